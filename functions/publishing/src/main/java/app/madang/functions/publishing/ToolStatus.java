package app.madang.functions.publishing;

/** Where the making of a tool stands; the table's trigger holds the same order. */
enum ToolStatus {
  DRAFT,
  SUBMITTED,
  RETURNED,
  APPROVED,
  RELEASING,
  LIVE,
  RETIRED
}
