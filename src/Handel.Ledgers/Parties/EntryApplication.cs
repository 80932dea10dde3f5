using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Parties;

public sealed record ApplyTo(PartyEntry Entry, decimal Amount);

public sealed record ApplyRequest
{
    public required PostingHeader Header { get; init; }
    public required PartyEntry Applying { get; init; }
    public required IReadOnlyList<ApplyTo> To { get; init; }
    public bool IsOldestFirst { get; init; }
    public bool? AcceptTolerance { get; init; }
    public bool? AcceptLateDiscount { get; init; }
    public RecordRef? Record { get; init; }
}

/// <summary>Settles entries of one currency with each other.</summary>
public static class EntryApplication
{
    public static void Post(
        ApplyRequest request,
        PostingBuilder builder,
        Books books,
        List<Problem> problems
    )
    {
        var applying = request.Applying;
        foreach (var to in request.To)
        {
            var entry = books.PartyEntries[(to.Entry.Direction, to.Entry.EntryNo)];
            if (!applying.IsOpen)
                break;
            var isOpposite = applying.RemainingAmount * entry.RemainingAmount < 0m;
            if (!entry.IsOpen || !isOpposite || applying.CurrencyCode != entry.CurrencyCode)
            {
                if (!request.IsOldestFirst)
                    problems.Add(
                        new(ProblemCodes.Application, request.Record!, "", entry.DocumentNo)
                    );
                continue;
            }
            var settled = Settlement.Of(request.Header, applying, entry);
            foreach (var detail in settled.Details)
                builder.AddDetail(detail);
            applying = settled.Applying;
            books.PartyEntries[(entry.Direction, entry.EntryNo)] = settled.Applied;
            books.PartyEntries[(applying.Direction, applying.EntryNo)] = applying;
        }
    }
}
