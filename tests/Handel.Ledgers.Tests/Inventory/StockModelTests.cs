using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Handel.Ledgers.Tests.Inventory;

/// <summary>Random books against the slow oracle, after every posting (INVT-1 to 5, 8).</summary>
public sealed class StockModelTests
{
    private const int SequencesMax = 100;
    private const int StepsMax = 40;

    [Theory]
    [InlineData(20260101UL)]
    [InlineData(20260202UL)]
    [InlineData(20260303UL)]
    public void Every_entry_costs_what_the_oracle_says(ulong seed)
    {
        var property = Prop.ForAll(
            Arb.From(Steps, Shorter),
            steps =>
            {
                var run = new StockRun();
                run.Run(steps);
                run.AdjustAgain();
                run.Finish();
                run.AdjustAgain();
            }
        );

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(SequencesMax).WithReplay(seed, 2000000001UL),
            property
        );
    }

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
