using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Setup;
using Handel.Api.Shell;
using Handel.Ledgers.Journals;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Journals;

/// <summary>The accounts that share a recurring line (JNL-42).</summary>
internal static class JournalAllocations
{
    private const string Set = JournalAllocation.Entity;
    private const string Line = "journalLineId";
    private const int TextLength = 100;

    public static Resource Create() =>
        Writes()
            .On(
                Resource
                    .Extension(Set, Set[..^1], s => s.Rows<JournalAllocation>())
                    .Field("id", a => a.Id)
                    .Field(Line, a => a.LineId, Access.PostOnly)
                    .Field("lineNumber", a => a.LineNo)
                    .AccountField("accountNumber", a => a.AccountNo)
                    .Field("description", a => a.Description, Access.ReadWrite, TextLength)
                    .Field("allocationQuantity", a => a.Quantity, Access.ReadWrite)
                    .Field("allocationPercent", a => a.Pct, Access.ReadWrite)
                    .Field("amount", a => a.Amount, Access.ReadWrite)
                    .Field("lastModifiedDateTime", a => a.ModifiedAt)
                    .ETag(a => a.Version)
                    .OrderedBy(Line, "lineNumber")
            );

    private static RowWrites<JournalAllocation> Writes() =>
        new RowWrites<JournalAllocation>(Set)
            .Set<Guid>(Line, (a, id) => a.LineId = id)
            .Account("accountNumber", (a, no) => a.AccountNo = no)
            .Set<string>("description", (a, text) => a.Description = text)
            .Set<decimal>("allocationQuantity", (a, quantity) => a.Quantity = quantity)
            .Set<decimal>("allocationPercent", (a, pct) => a.Pct = pct)
            .Set<decimal>("amount", (a, amount) => a.Amount = amount)
            .Needs("accountNumber", a => a.AccountNo)
            .Range("allocationPercent", a => a.Pct, 100m)
            .Range("allocationQuantity", a => a.Quantity)
            .Check(FindLine);

    // A poster posts what was seen: the batch moves with what its lines are shared by.
    private static async Task FindLine(RowEdit<JournalAllocation> edit)
    {
        var (db, ct) = (edit.Db, edit.Scope.Aborted);
        var lineId = edit.Row.LineId;
        var moved = await db
            .JournalBatches.Where(batch =>
                db.JournalLines.Any(line =>
                    line.Id == lineId
                    && line.BatchId == batch.Id
                    && line.RecurringMethod != RecurringMethod.None
                )
            )
            .ExecuteUpdateAsync(batch => batch.SetProperty(b => b.Version, b => b.Version + 1), ct);
        if (moved == 0)
            edit.Refuse(EditCodes.Unknown, Line, lineId.ToString());
        else if (edit.IsNew)
            edit.Row.LineNo = await db
                .JournalAllocations.Where(a => a.LineId == lineId)
                .MaxAsync(a => (int?)a.LineNo, ct)
                is { } last
                ? last + JournalLine.LineNoStep
                : JournalLine.LineNoStep;
    }
}
