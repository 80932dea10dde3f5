using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Parties;

/// <summary>What settlement does to one entry, on its way to a detail.</summary>
/// <param name="Amount">Currency of the entry.</param>
/// <param name="With">Number of the entry on the other side, or 0.</param>
internal sealed record SettledAmount(PartyDetailType Type, decimal Amount, decimal Lcy, int With)
{
    /// <summary>
    /// Takes the other side of the LCY amount; blank when the control account keeps it.
    /// </summary>
    public string GlAccountNo { get; init; } = "";

    /// <summary>The VAT entry whose lines are that other side, or 0.</summary>
    public int VatEntryNo { get; init; }
}

/// <summary>
/// Writes the details of a settlement and gathers its ledger lines: one per control account, and
/// one for each amount that another account takes (INV-08, INV-23).
/// </summary>
internal sealed class SettlementWriter(PostingBuilder builder, SettlementAccounts accounts)
{
    private readonly Dictionary<string, decimal> _controls = [];
    private readonly List<(string AccountNo, decimal Lcy)> _others = [];
    private readonly List<PartyDetail> _details = [];

    public PostingHeader Header => builder.Header;
    public IReadOnlyList<PartyDetail> Details => _details;

    public void Add(SettledEntry entry, SettledAmount amount)
    {
        var detail = PartyPosting.Detail(Header, entry.Entry, amount.Type) with
        {
            Amount = amount.Amount,
            AmountLcy = amount.Lcy,
            AppliedPartyEntryNo = amount.With,
            GlAccountNo = amount.GlAccountNo,
            VatEntryNo = amount.VatEntryNo,
            PmtDiscBefore = entry.Start.RemainingPmtDiscPossible,
            ToleranceBefore = entry.Start.MaxPaymentTolerance,
        };
        entry.Take(Add(entry.Entry, detail));
    }

    /// <summary>Adds a detail of an entry; answers it with its number.</summary>
    public PartyDetail Add(PartyEntry entry, PartyDetail detail)
    {
        var numbered = builder.AddDetail(detail);
        _details.Add(numbered);
        // APP-29: entries of different groups move the amount between their control accounts.
        var control = accounts.Control(entry);
        _controls[control] = _controls.GetValueOrDefault(control) + detail.AmountLcy;
        // The lines of VAT are booked together with its entry.
        if (detail.GlAccountNo.Length > 0 && detail.VatEntryNo == 0)
            _others.Add((detail.GlAccountNo, -detail.AmountLcy));
        return numbered;
    }

    /// <summary>Books what was gathered.</summary>
    public void Finish()
    {
        var dimensions = Header.DimensionSetId;
        foreach (var (account, lcy) in _controls.Where(line => line.Value != 0m))
            builder.AddAccount(account, lcy, dimensions);
        foreach (var (account, lcy) in _others)
            builder.AddAccount(account, lcy, dimensions);
    }
}
