using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Xunit;

namespace Handel.Ledgers.Tests.Finance;

public sealed class JournalDimensionsTests
{
    private static readonly RecordRef At = new("journalLines", "PAY1", 10000);

    [Fact]
    public void JNL_04_a_line_takes_the_defaults_of_its_account_and_the_field_just_edited_first()
    {
        var rules = Rules(
            Default("customers", "10000", "AREA", "10"),
            Default("bankAccounts", "ING", "AREA", "20"),
            Default("bankAccounts", "ING", "COST", "X"),
            Default("salespeoplePurchasers", "BOB", "AREA", "30")
        );

        string Set(JournalDimensionSource edited) =>
            JournalDimensions.Default(Line(), edited, "PAYMENTJNL", rules).ToString();

        Assert.Equal("AREA=10, COST=X", Set(JournalDimensionSource.Account));
        Assert.Equal("AREA=20, COST=X", Set(JournalDimensionSource.BalAccount));
        Assert.Equal("AREA=30, COST=X", Set(JournalDimensionSource.Salesperson));
    }

    [Fact]
    public void What_was_typed_stays_unless_the_new_account_says_otherwise()
    {
        var rules = Rules(
            Default("customers", "10000", "AREA", "10"),
            Default("customers", "20000", "AREA", "20")
        );
        var sets = new DimensionSets();
        var before = Line();
        before.DimensionSetId = sets.IdOf(DimensionSet.Of(("AREA", "10"), ("COST", "X")));
        var after = Line();
        after.AccountNo = "20000";

        var followed = JournalDimensions.Follow(
            before,
            after,
            (JournalDimensionSource.Account, "PAYMENTJNL"),
            new(rules, sets)
        );

        Assert.Equal("AREA=20, COST=X", followed.ToString());
    }

    [Fact]
    public void JNL_24_every_account_of_the_line_is_obeyed()
    {
        var rules = Rules(
            Demand("customers", "10000", "COST"),
            Demand("bankAccounts", "", "AREA"),
            Demand("salespeoplePurchasers", "BOB", "AREA"),
            Demand("vendors", "10000", "AREA")
        );
        var sets = new DimensionSets();
        var line = Line();
        line.DimensionSetId = sets.IdOf(DimensionSet.Of(("COST", "X")));

        var problems = JournalDimensions.Find(line, At, new(rules, sets));

        Assert.Equal(
            [("bankAccounts", "AREA"), ("salespeoplePurchasers", "AREA")],
            problems.Select(p => (p.MendedAt!.Entity, p.Args["dimension"]))
        );
        Assert.Empty(JournalDimensions.Find(Line(), At, DimensionContext.Blank()));
    }

    [Theory]
    [InlineData(JournalAccountType.GlAccount, "accounts")]
    [InlineData(JournalAccountType.Customer, "customers")]
    [InlineData(JournalAccountType.Vendor, "vendors")]
    [InlineData(JournalAccountType.BankAccount, "bankAccounts")]
    public void An_account_is_named_by_its_kind(JournalAccountType type, string entity) =>
        Assert.Equal(new RecordRef(entity, "1"), JournalDimensions.AccountOf(type, "1"));

    private static JournalLine Line() =>
        new()
        {
            AccountType = JournalAccountType.Customer,
            AccountNo = "10000",
            BalAccountType = JournalAccountType.BankAccount,
            BalAccountNo = "ING",
            SalespersonCode = "BOB",
        };

    private static DimensionRules Rules(params DefaultDimension[] defaults) =>
        new(
            new[] { "AREA", "COST" }.ToDictionary(
                code => code,
                code => new Dimension { Code = code }
            ),
            new[] { ("AREA", "10"), ("AREA", "20"), ("AREA", "30"), ("COST", "X") }.ToDictionary(
                pair => pair,
                pair => new DimensionValue { DimensionCode = pair.Item1, Code = pair.Item2 }
            ),
            [],
            new(defaults)
        );

    private static DefaultDimension Default(
        string entity,
        string no,
        string dimension,
        string value
    ) =>
        new()
        {
            Entity = entity,
            No = no,
            DimensionCode = dimension,
            ValueCode = value,
        };

    private static DefaultDimension Demand(string entity, string no, string dimension) =>
        new()
        {
            Entity = entity,
            No = no,
            DimensionCode = dimension,
            ValuePosting = ValuePosting.CodeMandatory,
        };
}
