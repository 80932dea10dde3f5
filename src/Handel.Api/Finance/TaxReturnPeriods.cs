using System.Text;
using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Mirror;
using Handel.Api.Setup;
using Handel.Api.Shell;
using Handel.Api.Trade;
using Handel.App.Finance;
using Handel.App.Ledger;
using Handel.Exchange.Vat;
using Handel.Kernel.Problems;
using Handel.Ledgers.Vat;
using Handel.Trade.Postings;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>
/// VAT return periods: from open over released to closed, with their settlement and the files that
/// are handed in (VDT-05, VST-05, ICP-02).
/// </summary>
internal static class TaxReturnPeriods
{
    private const int NameLength = 100;
    private const int DueDays = 30;

    public static Resource Create() =>
        Acting(
            (Resource<VatReturnPeriod>)
                new RowWrites<VatReturnPeriod>(VatPeriods.Entity)
                    .Set<string>("description", (p, text) => p.Description = text)
                    .Set<DateOnly>("startDate", (p, date) => p.StartingDate = date)
                    .Set<DateOnly>("endDate", (p, date) => p.EndingDate = date)
                    .Set<DateOnly?>("dueDate", (p, date) => p.DueDate = date)
                    .Set<string>("statementTemplateName", (p, n) => p.StatementTemplateName = n)
                    .Set<string>("statementName", (p, name) => p.StatementName = name)
                    .Account("settlementAccount", (p, no) => p.SettlementAccountNo = no)
                    .Set<DateOnly?>(
                        "settlementPostingDate",
                        (p, date) => p.SettlementPostingDate = date
                    )
                    .Set<string>("settlementDocumentNumber", (p, no) => p.SettlementDocumentNo = no)
                    .Check(Check)
                    .On(Fields())
        );

    private static Resource<VatReturnPeriod> Fields() =>
        Resource
            .Extension(VatPeriods.Entity, "taxReturnPeriod", s => s.Rows<VatReturnPeriod>())
            .Field("id", p => p.Id)
            .Field("description", p => p.Description, Access.ReadWrite, NameLength)
            .Field("startDate", p => p.StartingDate, Access.ReadWrite)
            .Field("endDate", p => p.EndingDate, Access.ReadWrite)
            .Field("dueDate", p => p.DueDate, Access.ReadWrite)
            .Field("status", p => p.Status)
            .Field("statementTemplateName", p => p.StatementTemplateName, Access.ReadWrite, 100)
            .Field("statementName", p => p.StatementName, Access.ReadWrite, NameLength)
            .AccountField("settlementAccount", p => p.SettlementAccountNo)
            .Field("settlementPostingDate", p => p.SettlementPostingDate, Access.ReadWrite)
            .AccountField("settlementDocumentNumber", p => p.SettlementDocumentNo)
            .Field(
                "openEntries",
                (p, s) =>
                    s.Rows<VatEntry>()
                        .Count(e =>
                            !e.IsClosed
                            && e.ReportedDate >= p.StartingDate
                            && e.ReportedDate <= p.EndingDate
                        )
            )
            .Field("lastModifiedDateTime", p => p.ModifiedAt)
            .ETag(p => p.Version)
            .OrderedBy("startDate");

    private static Resource<VatReturnPeriod> Acting(Resource<VatReturnPeriod> resource)
    {
        foreach (var (name, next) in Ways)
            resource.Action(
                new ActionShape(name) { ReturnType = resource.Shape.TypeName },
                (scope, id, _) => Change(scope, id, next)
            );
        return resource
            .Action(
                new ActionShape("createNext") { ReturnType = resource.Shape.TypeName },
                CreateNext
            )
            .Action<PostingResult>(new ActionShape("postSettlement"), Settle)
            .Action<PostingPreviewRows>(new ActionShape("previewSettlement"), Preview)
            .Stream("statementContent", new MediaHandlers(Statement))
            .Stream("euSalesListContent", new MediaHandlers(EuSalesFile));
    }

    private static readonly (string Name, VatReturnStatus Next)[] Ways =
    [
        ("release", VatReturnStatus.Released),
        ("reopen", VatReturnStatus.Open),
        ("close", VatReturnStatus.Closed),
    ];

    /// <summary>What follows from the dates, and whether they fit (INV-41).</summary>
    private static async Task Check(RowEdit<VatReturnPeriod> edit)
    {
        var row = edit.Row;
        var stored = edit.Db.Entry(row).Property(p => p.Description).OriginalValue;
        if (!edit.IsNew && row.Status == VatReturnStatus.Closed)
        {
            edit.Refuse(ProblemCodes.VatPeriodStatus, "status");
            return;
        }
        var isUnnamed = row.Description.Length == 0;
        if (isUnnamed && row.StartingDate != default && row.EndingDate >= row.StartingDate)
            row.Description = VatPeriods.NameOf(row.StartingDate, row.EndingDate);
        edit.No = edit.IsNew ? row.Description : stored;
        if (edit.IsNew && row.EndingDate != default)
            row.DueDate ??= row.EndingDate.AddDays(DueDays);
        var others = await edit.Db.VatReturnPeriods.AsNoTracking().ToListAsync(edit.Scope.Aborted);
        edit.Problems.AddRange(VatPeriods.FindInDates(row, others));
        await TakeStatement(edit);
    }

    // Blank is the first statement there is: most companies have one.
    private static async Task TakeStatement(RowEdit<VatReturnPeriod> edit)
    {
        var row = edit.Row;
        var names = await edit
            .Db.VatStatementNames.AsNoTracking()
            .OrderBy(n => n.TemplateName)
            .ThenBy(n => n.Name)
            .ToListAsync(edit.Scope.Aborted);
        if (row.StatementName.Length == 0 && names.Count > 0)
            (row.StatementTemplateName, row.StatementName) = (names[0].TemplateName, names[0].Name);
        else if (row.StatementTemplateName.Length == 0)
            row.StatementTemplateName =
                names.Find(n => n.Name == row.StatementName)?.TemplateName ?? "";
        var isKnown = names.Exists(n =>
            n.TemplateName == row.StatementTemplateName && n.Name == row.StatementName
        );
        if (!isKnown)
            edit.Refuse(Handel.Trade.Editing.EditCodes.Unknown, "statementName", row.StatementName);
    }

    private static async Task<ActionOutcome> Change(
        RequestScope scope,
        Guid id,
        VatReturnStatus next
    )
    {
        var problems = await scope
            .Get<VatPeriodStatus>()
            .Change(scope.CompanyNo, id, next, scope.Aborted);
        return problems is { Count: 0 } ? Shown(id) : ActionOutcome.Refused(problems ?? []);
    }

    private static async Task<ActionOutcome> CreateNext(RequestScope scope, Guid id, Given given)
    {
        var period = await Find(scope, id);
        var (start, end) = VatPeriods.Next(period);
        var next = new VatReturnPeriod
        {
            CompanyNo = scope.CompanyNo,
            Id = Guid.CreateVersion7(),
            Description = VatPeriods.NameOf(start, end),
            StartingDate = start,
            EndingDate = end,
            DueDate = end.AddDays(DueDays),
            StatementTemplateName = period.StatementTemplateName,
            StatementName = period.StatementName,
            SettlementAccountNo = period.SettlementAccountNo,
        };
        var others = await scope.Rows<VatReturnPeriod>().ToListAsync(scope.Aborted);
        var problems = VatPeriods.FindInDates(next, others).ToList();
        if (problems.Count > 0)
            return ActionOutcome.Refused(problems);
        scope.Db().Add(next);
        await scope.Db().SaveChangesAsync(scope.Aborted);
        scope.Db().ChangeTracker.Clear();
        return Shown(next.Id);
    }

    private static async Task<ActionOutcome> Settle(RequestScope scope, Guid id, Given given)
    {
        var command = await Command(scope, id);
        var posted = await scope
            .Get<CompanyWriters>()
            .Submit(scope.CompanyNo, command, scope.Aborted);
        return posted.IsRefused
            ? ActionOutcome.Refused(posted.Problems)
            : ActionOutcome.Of(PostingResult.Of(posted.Plan, scope.Language));
    }

    private static async Task<ActionOutcome> Preview(RequestScope scope, Guid id, Given given)
    {
        var command = await Command(scope, id);
        var planned = await scope
            .Get<CompanyWriters>()
            .Preview(scope.CompanyNo, command, scope.Aborted);
        return planned.IsRefused
            ? ActionOutcome.Refused(planned.Problems)
            : ActionOutcome.Of(PreviewRows.Of(PostingPreview.Of(planned.Plan), scope.Language));
    }

    private static async Task<SettleVat> Command(RequestScope scope, Guid id) =>
        new(await Find(scope, id)) { UserName = scope.UserName() };

    private static async Task<MediaContent?> Statement(RequestScope scope, Guid id)
    {
        var period = await Find(scope, id);
        var rows = await new TaxReporting(scope).Statement(
            (period.StatementTemplateName, period.StatementName),
            VatQuestion.Of(period)
        );
        return Text(VatFiles.Statement(rows), $"vat-{period.Description}.csv");
    }

    private static async Task<MediaContent?> EuSalesFile(RequestScope scope, Guid id)
    {
        var period = await Find(scope, id);
        var span = new VatSpan(period.StartingDate, period.EndingDate);
        var list = await new TaxReporting(scope).EuSales(span);
        return Text(VatFiles.EuSales(list.Lines), $"eu-sales-{period.Description}.csv");
    }

    private static MediaContent Text(string text, string name) =>
        new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "text/csv; charset=utf-8", name);

    private static Task<VatReturnPeriod> Find(RequestScope scope, Guid id) =>
        scope.Rows<VatReturnPeriod>().SingleAsync(p => p.Id == id, scope.Aborted);

    private static ActionOutcome Shown(Guid id) =>
        ActionOutcome.At(VatPeriods.Entity, id) with
        {
            ShowsEntity = true,
        };
}
