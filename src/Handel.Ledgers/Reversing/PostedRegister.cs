using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Reversing;

/// <summary>
/// A register with its entries, as reversing needs it (REV-01). What settlement did to its party
/// and bank entries since stands in the books.
/// </summary>
public sealed record PostedRegister(GlRegister Register)
{
    /// <summary>In order of their numbers.</summary>
    public IReadOnlyList<GlEntry> GlEntries { get; init; } = [];
    public IReadOnlyList<VatEntry> VatEntries { get; init; } = [];
    public IReadOnlyList<PartyEntry> PartyEntries { get; init; } = [];
    public IReadOnlyList<PartyDetail> PartyDetails { get; init; } = [];
    public IReadOnlyList<BankEntry> BankEntries { get; init; } = [];

    public int No => Register.RegisterNo;
    public bool IsReversal => Register.ReversesRegisterNo != 0;

    /// <summary>Goods moved: no journal did that (REV-02).</summary>
    public bool HasGoods =>
        Register.ItemTo >= Register.ItemFrom || Register.ValueTo >= Register.ValueFrom;
}
