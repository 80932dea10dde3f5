using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.App.Journals;
using Handel.Ledgers.Journals;

namespace Handel.Api.Journals;

/// <summary>Journals that are kept: standard ones, and those that were posted (JNL-36, JNL-41).
/// </summary>
internal static class KeptJournalResources
{
    private const int CodeLength = 20;
    private const int TextLength = 100;
    private const string Template = "templateName";

    public static IEnumerable<Resource> All() =>
        [
            StandardJournals(),
            Lines("standardJournalLines", "standardJournalId", Standard),
            PostedJournals(),
            Lines("postedJournalLines", "postedJournalId", Posted),
        ];

    private static IQueryable<Guid> Standard(RequestScope scope) =>
        scope.Rows<StandardJournal>().Select(standard => standard.Id);

    private static IQueryable<Guid> Posted(RequestScope scope) =>
        scope.Rows<PostedJournal>().Select(posted => posted.Id);

    private static Resource<StandardJournal> StandardJournals()
    {
        var writes = new RowWrites<StandardJournal>(StandardJournal.Entity)
            .Key(
                "code",
                s => s.Code,
                (edit, code) =>
                    edit.Db.StandardJournals.Where(s =>
                        s.TemplateId == edit.Row.TemplateId && s.Code == code
                    )
            )
            .RenamedFreely()
            .Set<string>("code", (s, code) => s.Code = code)
            .Set<string>("description", (s, text) => s.Description = text)
            .Followed(
                (edit, _, after) =>
                    after.Length > 0
                        ? Task.CompletedTask
                        : JournalKeeping.Empty(edit.Db, edit.Row.Id, edit.Scope.Aborted)
            );
        // They are made from the lines of a journal, by its action.
        return Resource
            .Extension(
                StandardJournal.Entity,
                StandardJournal.Entity[..^1],
                s => s.Rows<StandardJournal>()
            )
            .Field("id", s => s.Id)
            .Field(
                Template,
                (j, s) =>
                    s.Rows<JournalTemplate>()
                        .Where(t => t.Id == j.TemplateId)
                        .Select(t => t.Name)
                        .FirstOrDefault()
            )
            .Field("code", j => j.Code, Access.ReadWrite, CodeLength)
            .Field("description", j => j.Description, Access.ReadWrite, TextLength)
            .Field("lineCount", (j, s) => s.Rows<JournalLine>().Count(l => l.BatchId == j.Id))
            .Field("lastModifiedDateTime", j => j.ModifiedAt)
            .Nav("standardJournalLines", "standardJournalLine", true, ("id", "standardJournalId"))
            .ETag(j => j.Version)
            .OrderedBy(Template, "code")
            .Update(writes.Update)
            .Delete(writes.Delete);
    }

    private static Resource<PostedJournal> PostedJournals() =>
        Resource
            .Extension(
                PostedJournal.Entity,
                PostedJournal.Entity[..^1],
                s => s.Rows<PostedJournal>()
            )
            .Field("id", p => p.Id)
            .Field("registerNumber", p => p.RegisterNo)
            .Field(Template, p => p.TemplateName)
            .Field("journalBatchName", p => p.BatchName)
            .Field("userId", p => p.UserName)
            .Field("creationDateTime", p => p.PostedAt)
            .Field("lineCount", (p, s) => s.Rows<JournalLine>().Count(l => l.BatchId == p.Id))
            .Nav("postedJournalLines", "postedJournalLine", true, ("id", "postedJournalId"))
            .ETag(p => p.RegisterNo)
            .OrderedBy("registerNumber");

    private static Resource<JournalLine> Lines(
        string set,
        string parent,
        Func<RequestScope, IQueryable<Guid>> piles
    ) =>
        Resource
            .Extension(
                set,
                set[..^1],
                scope =>
                {
                    var ids = piles(scope);
                    return scope.Rows<JournalLine>().Where(line => ids.Contains(line.BatchId));
                }
            )
            .Field("id", l => l.Id)
            .Field(parent, l => l.BatchId)
            .Field("lineNumber", l => l.LineNo)
            .Field("postingDate", l => l.PostingDate)
            .Field("documentType", l => l.DocumentType)
            .Field("documentNumber", l => l.DocumentNo)
            .Field("externalDocumentNumber", l => l.ExternalDocumentNo)
            .Field("accountType", l => l.AccountType)
            .Field("accountNumber", l => l.AccountNo)
            .Field("description", l => l.Description)
            .Field("currencyCode", l => l.CurrencyCode)
            .Field("amount", l => l.Amount)
            .Field("amountLCY", l => l.AmountLcy)
            .Field("balanceAccountType", l => l.BalAccountType)
            .Field("balancingAccountNumber", l => l.BalAccountNo)
            .Field("taxCode", l => l.Vat.VatProdPostingGroup)
            .ETag(l => l.Version)
            .OrderedBy("lineNumber");
}
