namespace Handel.Ledgers.Setup;

/// <summary>What happened to a row of setup.</summary>
public enum SetupChangeKind : short
{
    Added = 0,
    Changed = 1,
    Deleted = 2,
}

/// <summary>
/// One change of one field of a row of setup: who, when, from, to (AUD-06). A row that comes or
/// goes leaves one for each field that it fills. Values are text in invariant form. Never changed
/// itself.
/// </summary>
public sealed class SetupChange
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
    public string UserName { get; set; } = "";

    /// <summary>Name of the table.</summary>
    public string TableName { get; set; } = "";

    /// <summary>Key of the row as users know it; blank where there is one row only.</summary>
    public string RecordNo { get; set; } = "";
    public SetupChangeKind Kind { get; set; }

    /// <summary>Name of the column.</summary>
    public string FieldName { get; set; } = "";
    public string OldValue { get; set; } = "";
    public string NewValue { get; set; } = "";
}
