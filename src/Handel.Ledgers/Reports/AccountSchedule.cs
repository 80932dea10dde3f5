namespace Handel.Ledgers.Reports;

/// <summary>Which statement of the company a schedule is, for who asks by that name.</summary>
public enum ScheduleUse : short
{
    Other = 0,
    BalanceSheet = 1,
    IncomeStatement = 2,
    CashFlowStatement = 3,
    RetainedEarningsStatement = 4,
}

/// <summary>Where the amounts of a row come from.</summary>
public enum ScheduleRowKind : short
{
    Heading = 0,

    /// <summary>Posting accounts, by number: <c>1000..1199|1390</c>.</summary>
    Accounts = 1,

    /// <summary>Totals of the chart, by number: what they total.</summary>
    TotalAccounts = 2,

    /// <summary>Posting accounts, by category: <c>Income|Expense</c> (COA-08).</summary>
    Category = 3,

    /// <summary>Other rows: <c>R10-R20</c>, <c>R10..R40</c>, <c>R30/R10*100</c>.</summary>
    Formula = 4,
    Spacer = 5,
}

/// <summary>Which amount of its accounts a row shows.</summary>
public enum ScheduleAmount : short
{
    NetChange = 0,
    ClosingBalance = 1,
    OpeningBalance = 2,
}

/// <summary>A statement that the company has laid out itself: an account schedule.</summary>
public sealed class AccountSchedule
{
    public const string Entity = "accountSchedules";

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";
    public ScheduleUse Use { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>A row of an account schedule.</summary>
public sealed class AccountScheduleLine
{
    public const string Entity = "accountScheduleLines";
    public const int LineNoStep = 10_000;

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string ScheduleCode { get; set; } = "";
    public int LineNo { get; set; }

    /// <summary>By which formulas name the row; a letter first. Blank is not named.</summary>
    public string RowCode { get; set; } = "";
    public string Description { get; set; } = "";
    public ScheduleRowKind Kind { get; set; }

    /// <summary>Accounts, categories or a formula, as the kind says.</summary>
    public string Totaling { get; set; } = "";
    public ScheduleAmount Amount { get; set; }

    /// <summary>Credit is positive: liabilities, equity and income.</summary>
    public bool IsOppositeSign { get; set; }
    public int Indentation { get; set; }

    /// <summary>Computed and not shown.</summary>
    public bool IsHidden { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}
