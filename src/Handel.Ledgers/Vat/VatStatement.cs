using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Vat;

/// <summary>A family of VAT statements, for example those of a country (VST-01).</summary>
public sealed class VatStatementTemplate
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Name { get; set; } = "";
    public string Description { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>One VAT statement; its lines stand apart (VST-01).</summary>
public sealed class VatStatementName
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string TemplateName { get; set; } = "";
    public string Name { get; set; } = "";
    public string Description { get; set; } = "";

    /// <summary>The box that equals the EU sales list (ICP-03).</summary>
    public string EuSalesBoxNo { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>Where the figure of a line comes from (VST-01).</summary>
public enum VatStatementLineType : short
{
    /// <summary>Net change of G/L accounts.</summary>
    AccountTotaling = 0,
    VatEntryTotaling = 1,

    /// <summary>Other rows of the statement.</summary>
    RowTotaling = 2,

    /// <summary>Text only.</summary>
    Description = 3,
}

/// <summary>Which figure of VAT entries a line sums (VST-01, NDV-03).</summary>
public enum VatAmountType : short
{
    /// <summary>What may be deducted, or is owed by a sale.</summary>
    Amount = 0,
    Base = 1,
    NonDeductibleAmount = 2,
    NonDeductibleBase = 3,

    /// <summary>Deductible and not.</summary>
    FullAmount = 4,
    FullBase = 5,

    /// <summary>What still waits for payment (UNR-01).</summary>
    UnrealizedAmount = 6,
    UnrealizedBase = 7,
}

/// <summary>Whether supplies in a chain of three count .</summary>
public enum EuThirdPartyChoice : short
{
    All = 0,
    ThirdParty = 1,
    Others = 2,
}

/// <summary>Whole units of a box: a return may round in our favour (VST-04).</summary>
public enum VatBoxRounding : short
{
    /// <summary>Declared to the cent, or a sum of what is declared.</summary>
    None = 0,

    /// <summary>What is owed.</summary>
    Down = 1,

    /// <summary>What is reclaimed.</summary>
    Up = 2,
}

/// <summary>One line of a VAT statement (VST-01).</summary>
public sealed class VatStatementLine
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string TemplateName { get; set; } = "";
    public string StatementName { get; set; } = "";
    public int LineNo { get; set; }

    /// <summary>What row totals call it.</summary>
    public string RowNo { get; set; } = "";
    public string Description { get; set; } = "";

    /// <summary>The box of the return that it fills.</summary>
    public string BoxNo { get; set; } = "";
    public VatStatementLineType Type { get; set; }

    /// <summary>Accounts, for example <c>4310..4321</c>.</summary>
    public string AccountTotaling { get; set; } = "";

    /// <summary>Sale or purchase; none is both.</summary>
    public GenPostingType GenPostingType { get; set; }

    /// <summary>Groups, for example <c>HOOG|SERVICE</c>; blank is every group.</summary>
    public string VatBusFilter { get; set; } = "";
    public string VatProdFilter { get; set; } = "";
    public VatAmountType AmountType { get; set; }
    public EuThirdPartyChoice EuThirdParty { get; set; }

    /// <summary>Rows, for example <c>1A..4B</c>.</summary>
    public string RowTotaling { get; set; } = "";

    /// <summary>Sales are negative in the books and positive on a return.</summary>
    public bool CalculateOpposite { get; set; }

    /// <summary>Only as shown; totals take it as it was calculated.</summary>
    public bool PrintOpposite { get; set; }
    public bool Print { get; set; } = true;
    public bool NewPage { get; set; }

    /// <summary>How the figure is declared (VST-04).</summary>
    public VatBoxRounding Rounding { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}
