namespace Handel.Ledgers.Reports;

/// <summary>
/// Codes of what can be wrong with a report that a user has asked for or laid out.
/// </summary>
public static class ReportCodes
{
    /// <summary>COA-05.</summary>
    public const string AccountFilter = "E-ACCFILTER";
    public const string Category = "E-ACCCATEGORY";
    public const string RowCode = "E-SCHEDROW";
    public const string RowCodeTwice = "E-SCHEDTWICE";
    public const string Formula = "E-SCHEDFORMULA";
    public const string RowUnknown = "E-SCHEDUNKNOWN";
    public const string Circle = "E-SCHEDCIRCLE";

    /// <summary>A column of an aged report must have a length (STM-03).</summary>
    public const string PeriodLength = "E-PERIODLENGTH";

    /// <summary>The end of a period lies before its start.</summary>
    public const string PeriodEnds = "E-PERIOD";

    /// <summary>A begin-total without its end, or the other way round (COA-05).</summary>
    public const string Totals = "E-TOTALS";

    /// <summary>A worksheet holds more than a spreadsheet program or a person takes.</summary>
    public const string SheetRows = "E-SHEETROWS";
}
