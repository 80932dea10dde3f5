using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Engine.Query;
using Handel.Api.Finance;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.App.Finance;
using Handel.App.Journals;
using Handel.App.Payments;
using Handel.Kernel;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Payments;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Journals;

/// <summary>An open document below a journal that registers its payment (PRG-02).</summary>
internal sealed record RegistrationRow(Guid Id, Guid JournalId, RegisteredPayment Paid)
{
    public PartyEntry Entry => Paid.Entry;
    public int Version => Paid.Line?.Version ?? 0;
}

/// <summary>
/// Open documents of customers or vendors, ticked as paid below a journal of receipts or payments
/// (PRG). A row is the same document below another journal: its id says both.
/// </summary>
internal static class PaymentRegistrations
{
    private const string Set = "paymentRegistrationLines";
    private const string Discount = "paymentDiscountDate";
    private const string External = "externalDocumentNumber";
    private const int ExternalLength = 35;

    public static Resource Create() =>
        Resource
            .ExtensionComputed<RegistrationRow>(Set, Set[..^1], Rows)
            .Field("id", row => row.Id)
            .Field("journalId", row => row.JournalId)
            .Field("accountNumber", row => row.Entry.PartyNo)
            .Field("accountName", row => row.Entry.PartyName)
            .Field("documentType", row => row.Entry.DocumentType)
            .Field("documentNumber", row => row.Entry.DocumentNo)
            .Field("description", row => row.Entry.Description)
            .Field("dueDate", row => row.Entry.DueDate)
            .Field("currencyCode", row => row.Entry.CurrencyCode)
            .Field("remainingAmount", row => row.Paid.Remaining)
            .Field(Discount, row => row.Entry.PmtDiscountDate, Access.ReadWrite)
            .Field("remainingAfterDiscountAmount", row => row.Paid.RemainingAfterDiscount)
            .Field("paymentMade", row => row.Paid.IsPaid, Access.ReadWrite)
            .Field("paymentDate", row => row.Paid.PaymentDate, Access.ReadWrite)
            .Field("paymentAmount", row => row.Paid.PaymentAmount, Access.ReadWrite)
            .Field("warning", row => row.Paid.Warning)
            .Field(
                External,
                row => row.Paid.Line == null ? "" : row.Paid.Line.ExternalDocumentNo,
                Access.ReadWrite,
                ExternalLength
            )
            .ETag(row => row.Version)
            .OrderedBy("dueDate", "documentNumber")
            .Update(Update);

    private static async Task<IReadOnlyList<RegistrationRow>> Rows(RequestScope scope, Pins pins)
    {
        var (journalId, entryNo) = pins.Id("id") is { } id
            ? await Named(scope, id)
            : (pins.Id("journalId"), null);
        if (journalId is not { } journal)
            return [];
        var found = await PaymentRegistration.Read(scope.Db(), journal, entryNo, scope.Aborted);
        return
        [
            .. found.Select(paid => new RegistrationRow(
                IdOf(scope, journal, paid.Entry),
                journal,
                paid
            )),
        ];
    }

    private static async Task<WriteOutcome> Update(RequestScope scope, Guid id, Given given)
    {
        if (await Find(scope, id) is not { } row)
            return WriteOutcome.Missing;
        // PRG-04: a later date can still grant the discount.
        if (given.Has(Discount))
        {
            var edit = new EditPosted(row.Entry.Direction, row.Entry.EntryNo)
            {
                Today = scope.Today(),
                Changes = [new(EntryField.PmtDiscountDate, DateOf(given, Discount))],
            };
            var edited = await scope.PostAside(new EditEntry(edit) { UserName = scope.UserName() });
            if (edited.IsRefused)
                return WriteOutcome.Refused(edited.Problems);
            row = await Find(scope, id) ?? row;
        }
        var tick = new PaymentTick
        {
            IsPaid =
                given.Value<bool>("paymentMade")
                // An emptied date takes the tick back.
                ?? (given.Has("paymentDate") ? DateOf(given, "paymentDate") is not null : null),
            PaymentDate = DateOf(given, "paymentDate"),
            PaymentAmount = given.Value<decimal>("paymentAmount"),
            ExternalDocumentNo = given.Text(External),
        };
        if (tick == new PaymentTick())
            return WriteOutcome.Done(id);
        var desk = scope.Get<JournalDesk>().In(scope.Db());
        var journal = new JournalRef(scope.CompanyNo, row.JournalId) { WorkDate = scope.Today() };
        var ticked = await new PaymentRegistration(desk).Tick(
            journal,
            row.Paid,
            tick,
            scope.Aborted
        );
        return JournalLineWrites.OutcomeOf(ticked, id);
    }

    private static async Task<RegistrationRow?> Find(RequestScope scope, Guid id)
    {
        var (journalId, entryNo) = await Named(scope, id);
        if (journalId is not { } journal)
            return null;
        var found = await PaymentRegistration.Read(scope.Db(), journal, entryNo, scope.Aborted);
        return found.Count == 0 ? null : new(id, journal, found[0]);
    }

    // The journals are few: the one of an id is that which leaves the id of an entry.
    private static async Task<(Guid? JournalId, int? EntryNo)> Named(RequestScope scope, Guid id)
    {
        var journals = await scope
            .Rows<JournalBatch>()
            .Select(batch => new
            {
                batch.Id,
                Type = scope
                    .Rows<JournalTemplate>()
                    .Where(template => template.Id == batch.TemplateId)
                    .Select(template => template.Type)
                    .First(),
            })
            .ToListAsync(scope.Aborted);
        foreach (var journal in journals)
            if (
                PaymentRegistration.SideOf(journal.Type) is { } side
                && EntryIds.NumberOf(
                    Mixed(id, journal.Id),
                    SideNames.Of(side.Direction).EntryLedger,
                    scope.CompanyNo
                )
                    is { } entryNo
            )
                return (journal.Id, entryNo);
        return (null, null);
    }

    private static Guid IdOf(RequestScope scope, Guid journalId, PartyEntry entry)
    {
        var ledger = SideNames.Of(entry.Direction).EntryLedger;
        return Mixed(EntryIds.Of(scope.CompanyNo, ledger, entry.EntryNo), journalId);
    }

    // Mixing twice gives back what there was.
    private static Guid Mixed(Guid one, Guid other)
    {
        Span<byte> left = stackalloc byte[16];
        Span<byte> right = stackalloc byte[16];
        one.TryWriteBytes(left);
        other.TryWriteBytes(right);
        for (var at = 0; at < left.Length; at++)
            left[at] ^= right[at];
        return new Guid(left);
    }

    // An empty date of the wire is no date.
    private static DateOnly? DateOf(Given given, string name) =>
        given.Value<DateOnly>(name) is { } date && date != default(DateOnly) ? date : null;
}
