using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Home;

/// <summary>Where the day starts: what waits, and how the months went.</summary>
internal sealed class RoleCentrePage() : PageDefinition("roleCentre", PageKind.RoleCentre)
{
    protected override void Describe(PageBuilder page)
    {
        foreach (var names in MirrorNames.Both)
        {
            var area = names.Area;
            Cue(page, (area, "OrdersOpen"), names.Orders, "notReleased");
            Cue(page, (area, "OrdersReleased"), names.Orders, "released");
            Cue(page, (area, "InvoicesDraft"), names.Invoices, "drafts");
            page.Cue(
                area,
                $"{names.Party}Overdue",
                CueUnit.Amount,
                cue =>
                    cue with
                    {
                        Page = names.LedgerEntries,
                        Filter = "open eq true and dueDate lt {today}",
                    }
            );
        }
        page.Chart(
                "salesAndPurchases",
                ChartKind.Line,
                CueUnit.Amount,
                MirrorNames.Sale.Area,
                MirrorNames.Purchase.Area
            )
            .Chart("agedReceivables", ChartKind.Bar, CueUnit.Amount, "receivables");
    }

    private static void Cue(
        PageBuilder page,
        (string Area, string What) id,
        string list,
        string view
    ) =>
        page.Cue(
            id.Area,
            id.Area + id.What,
            CueUnit.Count,
            cue => cue with { Page = list, View = view }
        );
}
