using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Revaluation;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers;

/// <summary>
/// All that one posting adds to the books: the entries of one register. What it does to the state
/// of earlier entries stands in the fork of the books that it was planned on. Balanced by
/// construction (S8): see <see cref="AssertBalanced"/>.
/// </summary>
public sealed class Posting
{
    public required int RegisterNo { get; init; }
    public required DateOnly PostingDate { get; init; }
    public required string DocumentNo { get; init; }
    public required string SourceCode { get; init; }

    /// <summary>The journal batch that was posted, or blank (AUD-01).</summary>
    public string JournalBatchName { get; init; } = "";

    /// <summary>First register of the journal, or 0 when it is this one (REV-05).</summary>
    public int PostedWithRegisterNo { get; init; }

    /// <summary>The register that this one undoes, or 0 (REV-03).</summary>
    public int ReversesRegisterNo { get; init; }
    public List<GlEntry> GlEntries { get; } = [];
    public List<VatEntry> VatEntries { get; } = [];
    public List<PartyEntry> PartyEntries { get; } = [];
    public List<PartyDetail> PartyDetails { get; } = [];
    public List<BankEntry> BankEntries { get; } = [];
    public List<VatCorrection> VatCorrections { get; } = [];
    public List<ItemEntry> ItemEntries { get; } = [];
    public List<ValueEntry> ValueEntries { get; } = [];
    public List<ItemApplication> ItemApplications { get; } = [];

    /// <summary>Which ledger entries it corrects: a log, beside the entries (DIM-13).</summary>
    public List<DimensionCorrection> DimensionCorrections { get; } = [];

    /// <summary>What an exchange rate adjustment came to (ADJ-08).</summary>
    public List<RateAdjustmentEntry> RateAdjustments { get; } = [];

    /// <summary>Entries in a year that is closed already are marked as such (COM-08).</summary>
    public void MarkPriorYear(DateOnly? closedThrough)
    {
        for (var i = 0; i < GlEntries.Count; i++)
            if (GlEntries[i].PostingDate <= closedThrough)
                GlEntries[i] = GlEntries[i] with { IsPriorYear = true };
    }

    /// <summary>
    /// Throws when the posting does not balance: a defect, never a user's fault (S7).
    /// </summary>
    public void AssertBalanced()
    {
        var sum = 0m;
        foreach (var entry in GlEntries)
            sum += entry.Amount;
        if (sum != 0m)
            throw new InvalidOperationException(
                $"Register {RegisterNo} of document {DocumentNo} is out of balance by {sum}."
            );
    }
}
