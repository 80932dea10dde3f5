using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Kernel.Numbering;
using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Setup;

namespace Handel.Api.Journals;

/// <summary>What the batches of a journal have in common (JNL-01, C6).</summary>
internal static class JournalTemplates
{
    private const int NameLength = 10;
    private const int CodeLength = 20;
    private const int TextLength = 100;
    private const string Type = "type";

    public static Resource Create() =>
        Writes()
            .On(
                Behaviour(
                        Resource
                            .Extension(
                                JournalTemplate.Entity,
                                JournalTemplate.Entity[..^1],
                                s => s.Rows<JournalTemplate>()
                            )
                            .Field("id", t => t.Id)
                            .Field("name", t => t.Name, Access.ReadWrite, NameLength)
                            .Field("description", t => t.Description, Access.ReadWrite, TextLength)
                            .Field(Type, t => t.Type, Access.PostOnly)
                            .Field("balancingAccountType", t => t.BalAccountType, Access.ReadWrite)
                            .Field(
                                "balancingAccountNumber",
                                t => t.BalAccountNo,
                                Access.ReadWrite,
                                CodeLength
                            )
                            .Field("numberSeries", t => t.NoSeries, Access.ReadWrite, CodeLength)
                            .Field(
                                "postingNumberSeries",
                                t => t.PostingNoSeries,
                                Access.ReadWrite,
                                CodeLength
                            )
                            .Field("sourceCode", t => t.SourceCode, Access.ReadWrite, CodeLength)
                            .Field("reasonCode", t => t.ReasonCode, Access.ReadWrite, CodeLength)
                    )
                    .Field("lastModifiedDateTime", t => t.ModifiedAt)
                    .ETag(t => t.Version)
                    .OrderedBy("name")
            );

    private static Resource<JournalTemplate> Behaviour(Resource<JournalTemplate> resource) =>
        resource
            .Field("forceDocumentBalance", t => t.ForceDocBalance, Access.ReadWrite)
            .Field("copyTaxSetup", t => t.CopyVatSetup, Access.ReadWrite)
            .Field("allowTaxDifference", t => t.AllowVatDifference, Access.ReadWrite)
            .Field("copyToPostedLines", t => t.CopyToPostedLines, Access.ReadWrite)
            .Field("incrementBatchName", t => t.IncrementBatchName, Access.ReadWrite)
            .Field("allowPostingFrom", t => t.AllowPostingFrom, Access.ReadWrite)
            .Field("allowPostingTo", t => t.AllowPostingTo, Access.ReadWrite);

    private static RowWrites<JournalTemplate> Writes() =>
        new RowWrites<JournalTemplate>(JournalTemplate.Entity)
            .Key(
                "name",
                t => t.Name,
                (edit, name) => edit.Db.JournalTemplates.Where(t => t.Name == name)
            )
            .RenamedFreely()
            .Set<string>("name", (t, name) => t.Name = name.Trim().ToUpperInvariant())
            .Set<string>("description", (t, text) => t.Description = text)
            .Set<JournalType>(Type, (t, type) => t.Type = type)
            .Set<JournalAccountType>("balancingAccountType", (t, type) => t.BalAccountType = type)
            .Set<string>("balancingAccountNumber", (t, no) => t.BalAccountNo = no)
            .Pair<NumberSeries>(("", "numberSeries"), s => s.Code, (t, code) => t.NoSeries = code)
            .Pair<NumberSeries>(
                ("", "postingNumberSeries"),
                s => s.Code,
                (t, code) => t.PostingNoSeries = code
            )
            .Pair<SourceCode>(("", "sourceCode"), s => s.Code, (t, code) => t.SourceCode = code)
            .Pair<ReasonCode>(("", "reasonCode"), r => r.Code, (t, code) => t.ReasonCode = code)
            .Set<bool>("forceDocumentBalance", (t, on) => t.ForceDocBalance = on)
            .Set<bool>("copyTaxSetup", (t, on) => t.CopyVatSetup = on)
            .Set<bool>("allowTaxDifference", (t, on) => t.AllowVatDifference = on)
            .Set<bool>("copyToPostedLines", (t, on) => t.CopyToPostedLines = on)
            .Set<bool>("incrementBatchName", (t, on) => t.IncrementBatchName = on)
            .Set<DateOnly?>("allowPostingFrom", (t, date) => t.AllowPostingFrom = date)
            .Set<DateOnly?>("allowPostingTo", (t, date) => t.AllowPostingTo = date)
            .Check(edit =>
                BalancingAccounts.Check(edit, (edit.Row.BalAccountType, edit.Row.BalAccountNo))
            )
            .Check(FindRecurring)
            .Check(TakeSourceCode)
            .UsedBy<JournalBatch>(t => batch => batch.TemplateId == t.Id)
            .UsedBy<StandardJournal>(t => standard => standard.TemplateId == t.Id);

    // JNL-41: what recurs has no balancing account.
    private static Task FindRecurring(RowEdit<JournalTemplate> edit)
    {
        if (edit.Row is { Type: JournalType.Recurring, BalAccountNo.Length: > 0 })
            edit.Refuse(JournalCodes.Recurring, "balancingAccountNumber", edit.Row.BalAccountNo);
        return Task.CompletedTask;
    }

    // AUD-02: no entry is without an origin.
    private static Task TakeSourceCode(RowEdit<JournalTemplate> edit)
    {
        if (edit.Row.SourceCode.Length == 0 && edit.IsNew)
            edit.Row.SourceCode = JournalTemplate.SourceCodeOf(edit.Row.Type);
        if (edit.Row.SourceCode.Length == 0)
            edit.Refuse(ProblemCodes.FieldEmpty, "sourceCode");
        return Task.CompletedTask;
    }
}
