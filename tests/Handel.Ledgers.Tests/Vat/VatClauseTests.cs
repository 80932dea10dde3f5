using Handel.Ledgers.Setup;
using Xunit;

namespace Handel.Ledgers.Tests.Vat;

/// <summary>Which words of a VAT clause a document says (VPS-08).</summary>
public sealed class VatClauseTests
{
    private static readonly VatClause Clause = new()
    {
        Code = "VERLEGD",
        Description = "Btw verlegd.",
        Description2 = "Artikel 12 Wet OB.",
        Texts =
        [
            Text("en", VatClauseDocument.All, "VAT reverse charged."),
            Text("en", VatClauseDocument.CreditMemo, "Reverse charge is corrected."),
            Text("", VatClauseDocument.CreditMemo, "Verlegde btw gecorrigeerd."),
            Text("de-DE", VatClauseDocument.Invoice, "Steuerschuldnerschaft."),
        ],
    };

    [Theory]
    [InlineData("nl", VatClauseDocument.Invoice, "Btw verlegd. Artikel 12 Wet OB.")]
    [InlineData("nl", VatClauseDocument.CreditMemo, "Verlegde btw gecorrigeerd.")]
    [InlineData("en", VatClauseDocument.Invoice, "VAT reverse charged.")]
    [InlineData("en", VatClauseDocument.CreditMemo, "Reverse charge is corrected.")]
    [InlineData("de", VatClauseDocument.Invoice, "Steuerschuldnerschaft.")]
    [InlineData("de", VatClauseDocument.CreditMemo, "Verlegde btw gecorrigeerd.")]
    [InlineData("fr", VatClauseDocument.Invoice, "Btw verlegd. Artikel 12 Wet OB.")]
    public void VPS_08_the_best_text_for_reader_and_document_is_said(
        string language,
        VatClauseDocument document,
        string expected
    ) => Assert.Equal(expected, Clause.TextFor(language, document));

    [Fact]
    public void VPS_08_a_language_goes_before_a_kind_of_document()
    {
        var clause = new VatClause
        {
            Texts =
            [
                Text("", VatClauseDocument.CreditMemo, "Creditnota."),
                Text("en", VatClauseDocument.All, "In English."),
            ],
        };

        Assert.Equal("In English.", clause.TextFor("en", VatClauseDocument.CreditMemo));
    }

    private static VatClauseText Text(string language, VatClauseDocument document, string text) =>
        new()
        {
            LanguageCode = language,
            Document = document,
            Description = text,
        };
}
