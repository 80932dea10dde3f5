using Handel.Ledgers.Setup;

namespace Handel.Ledgers.Vat;

/// <summary>The dates of a document or journal line that a VAT date may follow.</summary>
public readonly record struct DocumentDays(DateOnly? Posting, DateOnly? Document);

/// <summary>
/// Which VAT date a document has while nobody types one (GLS-03, GLS-04, VDT-01).
/// </summary>
public static class VatDates
{
    /// <summary>Posting or document date, as the setup says.</summary>
    public static DateOnly? Default(GlSetup setup, DocumentDays days) =>
        setup.VatDateIsDocumentDate && setup.VatDateUsage != VatDateUsage.Disabled
            ? days.Document ?? days.Posting
            : days.Posting;

    /// <summary>After other dates: a VAT date that was typed stays, any other follows.</summary>
    public static DateOnly? Follow(
        GlSetup setup,
        DateOnly? vatDate,
        (DocumentDays Before, DocumentDays After) days
    )
    {
        var isTyped = vatDate is not null && vatDate != Default(setup, days.Before);
        return isTyped && setup.VatDateUsage != VatDateUsage.Disabled
            ? vatDate
            : Default(setup, days.After);
    }

    /// <summary>Without VAT dates of its own a company has no other than the default.</summary>
    public static bool MayBeTyped(GlSetup setup) => setup.VatDateUsage != VatDateUsage.Disabled;

    /// <summary>VDT-03, VDT-04.</summary>
    public static bool MayChangeAfterPosting(GlSetup setup) =>
        setup.VatDateUsage == VatDateUsage.Enabled;
}
