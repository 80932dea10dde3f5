using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Vat;
using Xunit;

namespace Handel.Ledgers.Tests.Journals;

/// <summary>VAT in journals, each kind of it (finance 5.3, VAT-07..09).</summary>
public class JournalVatTests
{
    private readonly JournalGiven _given = new();

    [Fact]
    public void VJN_02_normal_VAT_is_taken_out_of_the_amount()
    {
        var line = _given.WithVat(_given.Line("6110", 99.99m), GenPostingType.Purchase);

        var plan = Post(line);

        // 99.99 x 21 / 121 is 17.3536..
        Booked.Gl(plan, ("6110", 82.64m), ("4320", 17.35m), ("1190", -99.99m));
        ExpectVat(plan, (VatCalculationType.Normal, 82.64m, 17.35m));
        Assert.Equal((17.35m, 82.64m), (line.Vat.VatAmount, line.Vat.VatBaseAmount));
    }

    [Fact]
    public void VJN_02_a_sale_is_the_mirror_image()
    {
        var plan = Post(_given.WithVat(_given.Line("8010", -99.99m), GenPostingType.Sale));

        Booked.Gl(plan, ("8010", -82.64m), ("4310", -17.35m), ("1190", 99.99m));
        ExpectVat(plan, (VatCalculationType.Normal, -82.64m, -17.35m));
    }

    [Fact]
    public void S03_reverse_charge_is_booked_on_both_accounts()
    {
        var line = _given.WithVat(
            _given.Line("6110", 2480.55m),
            GenPostingType.Purchase,
            "REVERSE"
        );

        var plan = Post(line);

        Booked.Gl(
            plan,
            ("6110", 2480.55m),
            ("4330", 520.92m),
            ("4335", -520.92m),
            ("1190", -2480.55m)
        );
        ExpectVat(plan, (VatCalculationType.ReverseCharge, 2480.55m, 520.92m));
    }

    [Fact]
    public void S03_who_sells_under_reverse_charge_reports_the_base_alone()
    {
        var line = _given.WithVat(_given.Line("8010", -2480.55m), GenPostingType.Sale, "REVERSE");

        var plan = Post(line);

        Booked.Gl(plan, ("8010", -2480.55m), ("1190", 2480.55m));
        ExpectVat(plan, (VatCalculationType.ReverseCharge, -2480.55m, 0m));
    }

    [Fact]
    public void S04_full_VAT_is_the_whole_amount_on_the_VAT_account()
    {
        var line = _given.WithVat(_given.Line("4340", 1050m), GenPostingType.Purchase, "IMPORT");

        var plan = Post(line);

        Booked.Gl(plan, ("4340", 1050m), ("1190", -1050m));
        ExpectVat(plan, (VatCalculationType.FullVat, 0m, 1050m));
        Assert.True(plan.Postings[0].GlEntries[0].IsSystemCreated);
    }

    [Fact]
    public void VAT_07_full_VAT_stands_on_no_other_account()
    {
        var line = _given.WithVat(_given.Line("6110", 1050m), GenPostingType.Purchase, "IMPORT");

        Assert.Equal(
            [JournalCodes.FullVatAccount],
            _given.Refused(line, _given.Line("1190", -1050m))
        );
    }

    [Fact]
    public void VAT_08_exempt_turnover_is_reported()
    {
        var plan = Post(_given.WithVat(_given.Line("8020", -80m), GenPostingType.Sale, "EXEMPT"));

        Booked.Gl(plan, ("8020", -80m), ("1190", 80m));
        ExpectVat(plan, (VatCalculationType.NoTaxable, -80m, 0m));
    }

    [Fact]
    public void VAT_09_a_typed_difference_is_booked_within_its_bound()
    {
        _given.Template.AllowVatDifference = true;
        _given.Gl.MaxVatDifferenceAllowed = 0.02m;
        var line = _given.WithVat(_given.Line("6110", 121m), GenPostingType.Purchase);
        var change = new JournalChange(JournalField.VatAmount, 21.02m);

        Assert.Empty(JournalEditing.Apply(line, [change], _given.Context()).Problems);
        var plan = Post(line);

        Booked.Gl(plan, ("6110", 99.98m), ("4320", 21.02m), ("1190", -121m));
        Assert.Equal(0.02m, plan.Postings[0].VatEntries[0].VatDifference);
    }

    [Theory]
    [InlineData(true, "21.03")]
    [InlineData(false, "21.01")]
    public void VAT_09_more_is_refused_while_typing_and_when_posting(bool isAllowed, string amount)
    {
        _given.Template.AllowVatDifference = isAllowed;
        _given.Gl.MaxVatDifferenceAllowed = 0.02m;
        var typed = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
        var line = _given.WithVat(_given.Line("6110", 121m), GenPostingType.Purchase);

        var edit = JournalEditing.Apply(
            line,
            [new(JournalField.VatAmount, typed)],
            _given.Context()
        );
        (line.Vat.VatAmount, line.Vat.VatBaseAmount) = (typed, 121m - typed);
        line.Vat.VatDifference = typed - 21m;

        Assert.Equal([JournalCodes.VatDifference], edit.Problems.Select(p => p.Code));
        Assert.Equal(
            [JournalCodes.VatDifference],
            _given.Refused(line, _given.Line("1190", -121m))
        );
    }

    [Fact]
    public void VJN_03_VAT_and_base_must_add_up()
    {
        var line = _given.WithVat(_given.Line("6110", 121m), GenPostingType.Purchase);
        line.Vat.VatBaseAmount = 99m;

        Assert.Equal([JournalCodes.VatSum], _given.Refused(line, _given.Line("1190", -121m)));
    }

    [Fact]
    public void VJN_04_a_VAT_entry_names_the_one_party_of_its_document()
    {
        var bill = _given.Of(JournalAccountType.Vendor, "V1", -121m, "F1");
        bill.ExternalDocumentNo = "4711";
        var cost = _given.WithVat(_given.Line("6110", 121m, "F1"), GenPostingType.Purchase);
        bill.DocumentType = cost.DocumentType = EntryDocumentType.Invoice;

        var plan = _given.Post(_given.Books(), bill, cost);

        var entry = Assert.Single(plan.Postings[0].VatEntries);
        Assert.Equal(
            ("V1", "NL", "NL0001", GenPostingType.Purchase),
            (entry.BillToNo, entry.CountryCode, entry.VatRegistrationNo, entry.Type)
        );
        Assert.Equal(-100m, plan.Postings[0].PartyEntries[0].TurnoverLcy);
    }

    [Fact]
    public void VJN_04_VAT_with_two_parties_is_refused()
    {
        var codes = _given.Refused(
            _given.Of(JournalAccountType.Customer, "C1", 60m, "D1"),
            _given.Of(JournalAccountType.Customer, "C2", 61m, "D1"),
            _given.WithVat(_given.Line("8010", -121m), GenPostingType.Sale)
        );

        Assert.Equal([JournalCodes.VatOfWhom], codes);
    }

    [Fact]
    public void VAT_of_a_balancing_account_is_booked_in_its_own_sign()
    {
        var line = _given.Line("1190", -121m);
        line.BalAccountNo = "6110";
        var changes = new JournalChange[]
        {
            new(JournalField.BalGenPostingType, GenPostingType.Purchase),
            new(JournalField.BalVatBusPostingGroup, "HOME"),
            new(JournalField.BalVatProdPostingGroup, "HIGH"),
        };
        Assert.Empty(JournalEditing.Apply(line, changes, _given.Context()).Problems);

        var plan = _given.Post(_given.Books(), line);

        Booked.Gl(plan, ("1190", -121m), ("6110", 100m), ("4320", 21m));
    }

    [Fact]
    public void VJN_02_in_dollars_VAT_is_computed_from_the_amount_in_LCY()
    {
        var line = _given.Line("6110", 100m);
        (line.CurrencyCode, line.CurrencyFactor, line.AmountLcy) = ("USD", 1.12m, 89.29m);
        _given.WithVat(line, GenPostingType.Purchase);
        var against = _given.Line("1190", -100m);
        (against.CurrencyCode, against.CurrencyFactor, against.AmountLcy) = ("USD", 1.12m, -89.29m);

        var plan = _given.Post(_given.Books(), line, against);

        // 89.29 x 21 / 121 is 15.4966..; in dollars 17.36 and 82.64.
        Booked.Gl(plan, ("6110", 73.79m), ("4320", 15.50m), ("1190", -89.29m));
        Assert.Equal(
            [82.64m, 17.36m, -100m],
            plan.Postings[0].GlEntries.Select(entry => entry.SourceCurrencyAmount)
        );
    }

    private JournalPlan Post(JournalLine line) =>
        _given.Post(_given.Books(), line, _given.Line("1190", -line.Amount));

    private static void ExpectVat(
        JournalPlan plan,
        params (VatCalculationType, decimal Base, decimal Amount)[] expected
    ) =>
        Assert.Equal(
            expected,
            plan.Postings[0]
                .VatEntries.Select(entry => (entry.CalculationType, entry.Base, entry.Amount))
        );
}
