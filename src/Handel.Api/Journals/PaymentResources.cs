using Handel.Api.Engine;
using Handel.Api.Finance;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.App.Journals;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;

namespace Handel.Api.Journals;

/// <summary>Receipts of customers and payments to vendors: the same, seen from two sides.</summary>
internal sealed record PaymentSide(SideNames Names)
{
    public LedgerSide Ledger => LedgerSide.Of(Names.Direction);
    public JournalAccountType AccountType => Ledger.JournalAccount;
    public JournalType JournalType => Names.PaymentJournal;
    public string Lines => $"{Names.Party}Payments";
    public string Journals => $"{Names.Party}PaymentJournals";

    /// <summary>Payments of this side in the journals that are for them.</summary>
    public IQueryable<JournalLine> Rows(RequestScope scope)
    {
        var (type, account) = (JournalType, AccountType);
        var batches = JournalBatches.OfType(scope, type);
        return scope
            .Rows<JournalLine>()
            .Where(line => line.AccountType == account)
            .Where(line => batches.Any(batch => batch.Id == line.BatchId));
    }

    public Task<WriteOutcome> Create(RequestScope scope, Given given) => Write(scope, given, null);

    public Task<WriteOutcome> Update(RequestScope scope, Guid id, Given given) =>
        Write(scope, given, id);

    private async Task<WriteOutcome> Write(RequestScope scope, Given given, Guid? lineId)
    {
        var reader = await JournalLineReader.For(scope, [given]);
        var changes = reader.Read(given, this).Changes;
        if (JournalLineWrites.FindLineNo(given) is { } wrong)
            reader.Problems.Add(wrong);
        if (lineId is null && given.Id("journalId") is null)
            reader.Problems.Add(
                new(ProblemCodes.FieldEmpty, new(JournalLine.Entity, ""), "journalId")
            );
        if (lineId is not null && given.Has("lineNumber"))
            reader.Problems.Add(new(ApiProblems.Rename, new(JournalLine.Entity, ""), "lineNumber"));
        if (reader.Problems.Count > 0)
            return WriteOutcome.Refused(reader.Problems);
        var lines = JournalLineWrites.Lines(scope);
        if (lineId is { } id)
        {
            var line = JournalLineWrites.LineRef(scope, id, given);
            return JournalLineWrites.OutcomeOf(
                await LineMarks.Change(
                    scope,
                    rows => rows.Where(row => row.Id == id),
                    () => lines.Change(line, changes, scope.Aborted)
                ),
                id
            );
        }
        var journal = new JournalRef(scope.CompanyNo, given.Id("journalId")!.Value)
        {
            WorkDate = scope.Today(),
        };
        var made = new NewJournalLine([.. Kind, .. changes])
        {
            LineNo = given.Value<int>("lineNumber"),
        };
        var outcome = await lines.Add(journal, [made], scope.Aborted);
        return JournalLineWrites.OutcomeOf(outcome, made.Id);
    }

    private JournalChange[] Kind =>
        [
            new(JournalField.AccountType, AccountType),
            new(JournalField.DocumentType, EntryDocumentType.Payment),
        ];
}

/// <summary>The payment journals of the contract and their lines (API-J-3, API-J-4).</summary>
internal static class PaymentResources
{
    public static IEnumerable<Resource> Of(SideNames names)
    {
        var side = new PaymentSide(names);
        return [JournalBatches.OfPayments(side), Lines(side)];
    }

    private static Resource Lines(PaymentSide side)
    {
        var names = side.Names;
        var resource = Resource.Of(side.Lines, side.Rows);
        if (resource.HasNavigation(LineEntries.ContractSet))
            resource.Joins(LineEntries.ContractSet, "id", LineEntries.LineId);
        return JournalLineFields
            .Common(resource)
            .Of(
                names.PartyId,
                l => l.AccountNo,
                new There<Party, Guid>(p => p.No, p => p.Id) { Rows = names.PartyRows }
            )
            .Field(names.PartyNumber, l => l.AccountNo)
            .Of(
                "appliesToInvoiceId",
                l => l.AppliesToDocType == EntryDocumentType.Invoice ? l.AppliesToDocNo : null,
                new There<TradeDocument, Guid>(d => d.No, d => d.Id)
                {
                    Rows = scope =>
                        names
                            .DocumentRows(scope)
                            .Where(d => d.Kind == DocumentKind.Invoice && d.IsPosted),
                }
            )
            .Field(
                "appliesToInvoiceNumber",
                l => l.AppliesToDocType == EntryDocumentType.Invoice ? l.AppliesToDocNo : ""
            )
            .Create(side.Create)
            .Update(side.Update)
            .Delete(JournalLineWrites.Delete);
    }
}
