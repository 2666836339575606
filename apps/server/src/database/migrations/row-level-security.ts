/** Holds tables to the workspace of the transaction, for their owner too. */
export function rowLevelSecurityOn(...tables: string[]): string {
  return tables
    .map(
      (table) => `
alter table ${table} enable row level security, force row level security;
create policy of_workspace on ${table}
  using (workspace_id = (select baton_workspace()) or (select baton_sees_all()));`,
    )
    .join('\n')
}
