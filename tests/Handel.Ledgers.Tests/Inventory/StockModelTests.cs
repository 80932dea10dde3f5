using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Handel.Ledgers.Inventory;
using Xunit;

namespace Handel.Ledgers.Tests.Inventory;

/// <summary>Random books against the slow oracle, after every posting (INVT-1 to 5, 8).</summary>
public sealed class StockModelTests
{
    private const int SequencesUsual = 200;
    private const int PartOfMost = 4;
    private const int StepsMax = 40;

    /// <summary>Sequences of every method; HANDEL_SEQUENCES runs more.</summary>
    private static int Sequences =>
        Environment.GetEnvironmentVariable("HANDEL_SEQUENCES") is { Length: > 0 } many
            ? int.Parse(many, CultureInfo.InvariantCulture)
            : SequencesUsual;

    public static TheoryData<CostingMethod, AverageCostPeriod, AverageCostCalcType> Methods
    {
        get
        {
            const AverageCostCalcType apart = AverageCostCalcType.ItemLocationVariant;
            const AverageCostCalcType whole = AverageCostCalcType.Item;
            return new()
            {
                { CostingMethod.Fifo, AverageCostPeriod.Day, apart },
                { CostingMethod.Lifo, AverageCostPeriod.Day, apart },
                { CostingMethod.Specific, AverageCostPeriod.Day, apart },
                { CostingMethod.Standard, AverageCostPeriod.Day, apart },
                { CostingMethod.Average, AverageCostPeriod.Day, apart },
                { CostingMethod.Average, AverageCostPeriod.Week, apart },
                { CostingMethod.Average, AverageCostPeriod.Month, apart },
                { CostingMethod.Average, AverageCostPeriod.Day, whole },
                { CostingMethod.Average, AverageCostPeriod.Week, whole },
                { CostingMethod.Average, AverageCostPeriod.Month, whole },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void INVT8_every_entry_costs_what_the_oracle_says(
        CostingMethod method,
        AverageCostPeriod period,
        AverageCostCalcType calcType
    )
    {
        var rules = new StockRules(method) { Period = period, CalcType = calcType };
        Hold(
            Sequences,
            steps =>
            {
                var run = new StockRun(rules);
                run.Run(steps);
                run.AdjustAgain();
                run.Finish();
                run.AdjustAgain();
            }
        );
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void INVT5_one_by_one_or_all_at_once_gives_the_same_books(
        CostingMethod method,
        AverageCostPeriod period,
        AverageCostCalcType calcType
    )
    {
        var rules = new StockRules(method) { Period = period, CalcType = calcType };
        Hold(
            Sequences / PartOfMost,
            steps =>
            {
                var alone = new StockRun(rules with { StepsAtOnce = 1 });
                var together = new StockRun(rules with { StepsAtOnce = StepsMax });
                alone.Run(steps);
                together.Run(steps);
                Assert.Equal(alone.Costs, together.Costs);
            }
        );
    }

    /// <summary>
    /// Movements first, late invoices then: in the order of the receipts, or the other way round.
    /// </summary>
    [Theory]
    [MemberData(nameof(Methods))]
    public void INVT5_late_invoices_give_the_same_books_in_any_order(
        CostingMethod method,
        AverageCostPeriod period,
        AverageCostCalcType calcType
    )
    {
        var rules = new StockRules(method) { Period = period, CalcType = calcType };
        Hold(
            Sequences / PartOfMost,
            steps =>
            {
                var moves = steps.Where(step => step.Kind is not (1 or 2 or 7 or 8)).ToList();
                var (forward, back) = (new StockRun(rules), new StockRun(rules));
                forward.Run(moves);
                back.Run(moves);
                forward.InvoiceAll(isReversed: false);
                back.InvoiceAll(isReversed: true);
                Assert.Equal(forward.Costs, back.Costs);
            }
        );
    }

    private static void Hold(int sequences, Action<Step[]> holds) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(sequences).WithReplay(20260101UL, 2000000001UL),
            Prop.ForAll(Arb.From(Steps, Shorter), holds)
        );

    private static Gen<Step[]> Steps =>
        from count in Gen.Choose(1, StepsMax)
        from steps in Gen.ArrayOf(OneStep, count)
        select steps;

    private static Gen<Step> OneStep =>
        from kind in Gen.Choose(0, 12)
        from pick in Gen.Choose(0, 11)
        from quantity in Gen.Choose(1, 20)
        from cents in Gen.Choose(1, 20000)
        from day in Gen.Choose(0, 27)
        select new Step(kind, pick, quantity, cents, day);

    /// <summary>Steps are possible wherever they stand, so that any may be left out.</summary>
    private static IEnumerable<Step[]> Shorter(Step[] steps) =>
        Enumerable.Range(0, steps.Length).Select(i => steps.Where((_, at) => at != i).ToArray());
}
