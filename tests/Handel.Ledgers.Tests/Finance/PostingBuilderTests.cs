using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Vat;
using Xunit;

namespace Handel.Ledgers.Tests.Finance;

/// <summary>From lines to entries (GLP-20..23, ACC-41).</summary>
public class PostingBuilderTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private readonly Posting _posting = new()
    {
        RegisterNo = 1,
        PostingDate = Day,
        DocumentNo = "F1",
        SourceCode = "PURCHASES",
    };

    [Fact]
    public void GLP_20_equal_lines_become_one_entry_with_one_VAT_entry()
    {
        Build([Line("8450", 10m, 2.10m), Line("8450", 5m, 1.05m), Line("8451", 1m, 0.21m)]);

        Assert.Equal(
            [("8450", 15m), ("1520", 3.15m), ("8451", 1m), ("1520", 0.21m)],
            _posting.GlEntries.Select(e => (e.AccountNo, e.Amount))
        );
        Assert.Equal(
            [(1, 2, 15m, 3.15m), (3, 4, 1m, 0.21m)],
            _posting.VatEntries.Select(e => (e.GlEntryNo, e.VatGlEntryNo, e.Base, e.Amount))
        );
    }

    [Fact]
    public void GLP_20_dimensions_and_kept_lines_stay_apart()
    {
        var line = Line("8450", 10m, 2.10m);
        var ofProject = line with { Key = line.Key with { DimensionSetId = 5 } };
        var kept = line with { Key = line.Key with { LineNo = 20000 }, Description = "Own text" };

        Build([line, ofProject, kept]);

        Assert.Equal(
            [(0, "Invoice"), (5, "Invoice"), (0, "Own text")],
            _posting
                .GlEntries.Where(e => e.AccountNo == "8450")
                .Select(e => (e.DimensionSetId, e.Description))
        );
    }

    [Fact]
    public void GLP_04_full_VAT_is_all_VAT_and_has_no_base()
    {
        var vat = new VatTreatment(VatCalculationType.FullVat, 0m, false, "1520", "");

        Build([Line("1520", 0m, 75m) with { Vat = vat, VatBase = 0m }]);

        Assert.Equal([("1520", 75m)], _posting.GlEntries.Select(e => (e.AccountNo, e.Amount)));
        var entry = Assert.Single(_posting.VatEntries);
        Assert.Equal(
            (0m, 75m, 1, 1),
            (entry.Base, entry.Amount, entry.GlEntryNo, entry.VatGlEntryNo)
        );
    }

    [Fact]
    public void INV_39_self_assessed_VAT_adds_up_over_merged_lines()
    {
        var vat = new VatTreatment(VatCalculationType.ReverseCharge, 21m, false, "1522", "1523");

        Build([
            Line("8450", 0.12m, 0m) with
            {
                Vat = vat,
            },
            Line("8451", 0.12m, 0m) with
            {
                Vat = vat,
            },
        ]);

        // 21 % of 0.24 is 0.0504; by itself each line would give 0.03.
        Assert.Equal([0.03m, 0.02m], _posting.VatEntries.Select(e => e.Amount));
        Assert.Equal(0.24m, _posting.GlEntries.Sum(e => e.Amount));
    }

    [Fact]
    public void VAT_08_without_taxable_turnover_the_base_is_reported_still()
    {
        var vat = new VatTreatment(VatCalculationType.NoTaxable, 0m, false, "", "");

        Build([Line("8450", 40m, 0m) with { Vat = vat }]);

        var entry = Assert.Single(_posting.VatEntries);
        Assert.Equal((40m, 0m, 0), (entry.Base, entry.Amount, entry.VatGlEntryNo));
    }

    [Theory]
    [InlineData("", new[] { "8450 417.94", "1520 48.58" })]
    [InlineData("8720", new[] { "8450 385.55", "8720 32.39", "1520 48.58" })]
    public void S07_what_may_not_be_deducted_is_a_cost(string account, string[] expected)
    {
        var vat = new VatTreatment(VatCalculationType.Normal, 21m, false, "1520", "")
        {
            NonDeductiblePct = 40m,
            NonDeductibleAccountNo = account,
        };

        Build([
            Line("8450", 385.55m, 80.97m) with
            {
                Vat = vat,
                NonDeductibleBase = 154.22m,
                NonDeductibleVat = 32.39m,
            },
        ]);

        Assert.Equal(
            expected,
            _posting.GlEntries.Select(e => FormattableString.Invariant($"{e.AccountNo} {e.Amount}"))
        );
        var entry = Assert.Single(_posting.VatEntries);
        Assert.Equal((231.33m, 48.58m), (entry.Base, entry.Amount));
        Assert.Equal(
            (40m, 154.22m, 32.39m),
            (entry.NonDeductibleVatPct, entry.NonDeductibleBase, entry.NonDeductibleAmount)
        );
    }

    [Fact]
    public void NDV_04_reverse_charge_is_owed_in_full_and_deducted_in_part()
    {
        var vat = new VatTreatment(VatCalculationType.ReverseCharge, 21m, false, "1522", "1523")
        {
            NonDeductiblePct = 40m,
        };

        Build([
            Line("8450", 100m, 0m) with
            {
                Vat = vat,
                NonDeductibleBase = 40m,
                NonDeductibleVat = 8.40m,
            },
        ]);

        Assert.Equal(
            [("8450", 108.40m), ("1522", 12.60m), ("1523", -21.00m)],
            _posting.GlEntries.Select(e => (e.AccountNo, e.Amount))
        );
        var entry = Assert.Single(_posting.VatEntries);
        Assert.Equal((60m, 12.60m, 8.40m), (entry.Base, entry.Amount, entry.NonDeductibleAmount));
    }

    [Fact]
    public void VAT_13_a_line_of_nothing_makes_no_VAT_entry_beside_others()
    {
        Build([Line("8450", 10m, 2.10m), Line("8451", 0m, 0m)]);

        Assert.Equal(["8450", "1520", "8451"], _posting.GlEntries.Select(e => e.AccountNo));
        Assert.Equal(10m, Assert.Single(_posting.VatEntries).Base);
    }

    [Fact]
    public void GLS_15_self_assessed_VAT_is_rounded_as_the_setup_says()
    {
        var vat = new VatTreatment(VatCalculationType.ReverseCharge, 21m, false, "1522", "1523")
        {
            Rounding = RoundingDirection.Down,
        };

        Build([Line("8450", 2480.55m, 0m) with { Vat = vat }]);

        Assert.Equal(520.91m, Assert.Single(_posting.VatEntries).Amount);
    }

    private void Build(IEnumerable<LedgerLine> lines) =>
        new PostingBuilder(
            _posting,
            new LedgerCounters(),
            new PostingHeader
            {
                CompanyNo = 7,
                Side = LedgerSide.Of(Direction.Purchase),
                PostingDate = Day,
                DocumentDate = Day,
                VatDate = Day,
                DocumentType = EntryDocumentType.Invoice,
                DocumentNo = "F1",
                Description = "Invoice",
                PartyNo = "P1",
            }
        ).AddLines(lines);

    private static LedgerLine Line(string account, decimal amount, decimal vat) =>
        new(
            new(
                LedgerLineKind.Trade,
                account,
                new("HOME", "GOODS"),
                new("HOME", "VAT21"),
                DimensionSetId: 0,
                LineNo: 0
            ),
            new VatTreatment(VatCalculationType.Normal, 21m, false, "1520", ""),
            "Invoice"
        )
        {
            Amount = amount,
            VatAmount = vat,
            VatBase = amount,
        };
}
