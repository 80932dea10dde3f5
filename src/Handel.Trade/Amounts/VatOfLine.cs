using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;

namespace Handel.Trade.Amounts;

/// <summary>What a line takes from the VAT posting setup (LIN-02, VAT-05).</summary>
internal static class VatOfLine
{
    public const string SetupEntity = "taxPostingSetups";

    public static void Take(TradeLine line, VatPostingSetup setup, DateOnly vatDate)
    {
        line.VatIdentifier = setup.VatIdentifier;
        line.VatCalculationType = setup.CalculationType;
        // Others than normal VAT count 0 % on a document; posting reads the setup (VAT-05).
        line.VatPct = PctOn(setup, vatDate);
        line.NonDeductibleVatPct = 0m;
        line.VatDifference = 0m;
    }

    /// <summary>
    /// Brings the rates of all lines to those of the VAT date; false when they were (VPS-02).
    /// </summary>
    public static bool Refresh(TradeDocument document, CompanySetup setup)
    {
        var date = DocumentVatDate.Of(document, setup);
        var isChanged = false;
        foreach (var line in document.Lines)
        {
            var key = (line.VatBusPostingGroup, line.VatProdPostingGroup);
            if (line.No.Length == 0 || setup.VatPosting.GetValueOrDefault(key) is not { } vat)
                continue;
            var pct = PctOn(vat, date);
            if (pct == line.VatPct || vat.CalculationType != line.VatCalculationType)
                continue;
            (line.VatPct, line.VatDifference) = (pct, 0m);
            isChanged = true;
        }
        return isChanged;
    }

    private static decimal PctOn(VatPostingSetup setup, DateOnly vatDate) =>
        setup.CalculationType == VatCalculationType.Normal ? setup.PctAt(vatDate) : 0m;

    public static Problem Missing(RecordRef record, (string VatBus, string VatProd) key) =>
        new(ProblemCodes.FieldEmpty, record, "taxCode", key.VatProd)
        {
            Args = new Dictionary<string, string>
            {
                ["vatBus"] = key.VatBus,
                ["vatProd"] = key.VatProd,
            },
            MendedAt = new(SetupEntity, $"{key.VatBus}, {key.VatProd}"),
        };
}
