using Handel.Api.Engine;
using Handel.Api.Mirror;

namespace Handel.Api.Journals;

/// <summary>
/// Journals on both routes: batches, their lines, what they are set up with, and what is kept
/// (A18.8, C6).
/// </summary>
internal static class JournalResources
{
    public static IEnumerable<Resource> All() =>
        [
            JournalBatches.Standard(),
            JournalBatches.Extension(),
            JournalLineFields.Standard(),
            JournalLineFields.Extension(),
            PaymentRegistrations.Create(),
            .. SideNames.Both.SelectMany(PaymentResources.Of),
            LineEntries.Standard(),
            LineEntries.Extension(),
            .. BankAccountResources.All(),
            JournalTemplates.Create(),
            JournalAllocations.Create(),
            .. KeptJournalResources.All(),
            .. OriginResources.All(),
        ];
}
