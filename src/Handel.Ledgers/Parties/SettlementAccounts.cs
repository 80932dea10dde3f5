using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Parties;

/// <summary>
/// The accounts that a settlement books to (ACC-16..22). The sign of the detail chooses between
/// debit and credit: at most zero is a debit in the ledger.
/// </summary>
internal sealed class SettlementAccounts(AccountResolution accounts, LedgerSide side)
{
    private readonly Dictionary<string, string> _controls = [];

    /// <summary>ACC-09, ACC-10.</summary>
    public string Control(PartyEntry entry)
    {
        if (!_controls.TryGetValue(entry.PostingGroup, out var account))
        {
            account = accounts.Party(side, entry.PostingGroup, PartyRole.Control);
            _controls.Add(entry.PostingGroup, account);
        }
        return account;
    }

    /// <summary>A reduction with the VAT that is in it (ACC-16, ACC-18).</summary>
    public string Gross(PartyEntry entry, Reduction why, decimal lcy) =>
        IsDiscount(why)
            ? Pick(entry, lcy, PartyRole.PaymentDiscountDebit, PartyRole.PaymentDiscountCredit)
            : Pick(entry, lcy, PartyRole.PaymentToleranceDebit, PartyRole.PaymentToleranceCredit);

    /// <summary>A reduction without its VAT (ACC-17, ACC-18).</summary>
    public string Net(VatEntry vat, Reduction why, decimal lcy)
    {
        var (debit, credit) = IsDiscount(why)
            ? (TradeRole.PmtDiscDebit, TradeRole.PmtDiscCredit)
            : (TradeRole.PmtTolDebit, TradeRole.PmtTolCredit);
        return accounts.Trade(
            side,
            new(vat.GenBusPostingGroup, vat.GenProdPostingGroup),
            lcy <= 0m ? debit : credit
        );
    }

    /// <summary>ACC-11..13, with the account for the rest of it.</summary>
    public CorrectionAccounts Vat(VatShare share, Reduction why)
    {
        var vat = share.Correction;
        var setup = accounts.Setup.VatPosting[(vat.VatBusPostingGroup, vat.VatProdPostingGroup)];
        var isCharged = share.VatLcy != 0m;
        return new(
            share.NetLcy == 0m ? "" : Net(vat, why, share.NetLcy),
            isCharged ? accounts.VatAccount(side, setup) : "",
            isCharged && share.IsSelfAssessed ? accounts.ReverseChargeAccount(setup) : ""
        );
    }

    /// <summary>ACC-19.</summary>
    public string Rounding(PartyEntry entry, decimal lcy) =>
        Pick(entry, lcy, PartyRole.ApplnRoundingDebit, PartyRole.ApplnRoundingCredit);

    /// <summary>ACC-20.</summary>
    public string Correction(PartyEntry entry, decimal lcy) =>
        Pick(entry, lcy, PartyRole.RoundingDebit, PartyRole.RoundingCredit);

    /// <summary>ACC-21.</summary>
    public string Realized(PartyEntry entry, decimal lcy) =>
        accounts.Currency(
            entry.CurrencyCode,
            lcy > 0m ? CurrencyRole.RealizedGains : CurrencyRole.RealizedLosses
        );

    /// <summary>ACC-22: the kind of the detail decides, not its sign (ADJ-05).</summary>
    public string Unrealized(PartyEntry entry, bool isGain) =>
        accounts.Currency(
            entry.CurrencyCode,
            isGain ? CurrencyRole.UnrealizedGains : CurrencyRole.UnrealizedLosses
        );

    // GLS-18
    private bool IsDiscount(Reduction why) =>
        why switch
        {
            Reduction.Discount => true,
            Reduction.LateDiscount => accounts.Setup.Gl.DiscToleranceToDiscountAccounts,
            Reduction.Tolerance => accounts.Setup.Gl.ToleranceToDiscountAccounts,
            Reduction.None => throw new InvalidOperationException("Nothing was reduced."),
            _ => throw new InvalidOperationException("Unknown reduction."),
        };

    private string Pick(PartyEntry entry, decimal lcy, PartyRole debit, PartyRole credit) =>
        accounts.Party(side, entry.PostingGroup, lcy <= 0m ? debit : credit);
}
