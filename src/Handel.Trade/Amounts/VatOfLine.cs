using Handel.Kernel.Problems;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;

namespace Handel.Trade.Amounts;

/// <summary>What a line takes from the VAT posting setup (LIN-02, VAT-05).</summary>
internal static class VatOfLine
{
    public const string SetupEntity = "taxPostingSetups";

    public static void Take(TradeLine line, VatPostingSetup setup)
    {
        line.VatIdentifier = setup.VatIdentifier;
        line.VatCalculationType = setup.CalculationType;
        // Others than normal VAT count 0 % on a document; posting reads the setup (VAT-05).
        line.VatPct = setup.CalculationType == VatCalculationType.Normal ? setup.VatPct : 0m;
        line.VatDifference = 0m;
    }

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
