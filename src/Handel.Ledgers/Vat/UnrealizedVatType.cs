namespace Handel.Ledgers.Vat;

/// <summary>
/// When VAT becomes due as its invoice is paid (VPS-04, UNR-02). The cash accounting scheme is
/// <see cref="Percentage"/>.
/// </summary>
public enum UnrealizedVatType : short
{
    /// <summary>With the invoice.</summary>
    None = 0,

    /// <summary>In proportion to what is paid.</summary>
    Percentage = 1,

    /// <summary>Money pays the VAT before the base.</summary>
    First = 2,

    /// <summary>Money pays the base before the VAT.</summary>
    Last = 3,

    /// <summary>As First, but all at once as soon as money has covered the VAT.</summary>
    FirstFullyPaid = 4,

    /// <summary>As Last, but all at once when the invoice is paid.</summary>
    LastFullyPaid = 5,
}
