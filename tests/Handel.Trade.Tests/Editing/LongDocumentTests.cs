using System.Diagnostics;
using Handel.Kernel;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Xunit;
using static Handel.Trade.Tests.Editing.EditGiven;

namespace Handel.Trade.Tests.Editing;

public sealed class LongDocumentTests
{
    [Fact]
    public void A_thousand_lines_in_one_edit_stay_within_the_bound()
    {
        var given = new EditGiven(Direction.Sale);
        var edit = new DocumentEdit
        {
            Lines =
            [
                .. Enumerable
                    .Range(0, 1000)
                    .Select(_ => new LineEdit(
                        Guid.NewGuid(),
                        LineEditKind.Add,
                        [.. Item("A", 3m).Select(c => new LineChange(c.Item1, c.Item2))]
                    )),
            ],
        };
        Accept(DocumentEditing.Apply(given.New(DocumentKind.Order), edit, given.Context));
        var order = given.New(DocumentKind.Order);

        var adding = Clock(() => Accept(DocumentEditing.Apply(order, edit, given.Context)));
        var totalling = Enumerable
            .Range(0, 20)
            .Min(_ => Clock(() => DocumentTotals.Recalculate(order, given.Setup)));

        Assert.Equal((149850m, 181318.50m), (order.Amount, order.AmountInclVat));
        TestContext.Current.SendDiagnosticMessage($"add {adding} ms, totals {totalling} ms");
        Assert.InRange(totalling, 0, 100);
    }

    private static double Clock(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
