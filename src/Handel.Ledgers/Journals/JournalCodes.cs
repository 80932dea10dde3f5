namespace Handel.Ledgers.Journals;

/// <summary>Codes of what stands in the way of a journal (JNL-10..42).</summary>
public static class JournalCodes
{
    /// <summary>Two customers or vendors on one line (JNL-12).</summary>
    public const string TwoParties = "E-J-PARTIES";

    /// <summary>An account balances itself (JNL-12).</summary>
    public const string SameAccount = "E-J-SAME";

    /// <summary>The amount is zero (JNL-13).</summary>
    public const string ZeroAmount = "E-J-ZERO";

    /// <summary>Amount and amount in LCY have different signs (JNL-13).</summary>
    public const string LcySign = "E-J-LCYSIGN";

    /// <summary>The amount needs to be rounded (JNL-13).</summary>
    public const string NotRounded = "E-J-ROUND";

    /// <summary>Only a customer or vendor has something to apply to (JNL-14).</summary>
    public const string NothingToApply = "E-J-APPLY";

    /// <summary>VAT groups without a posting type, or of the wrong kind (JNL-15).</summary>
    public const string VatType = "E-J-VATTYPE";

    /// <summary>VAT and base do not add up to the amount (JNL-15, VJN-03).</summary>
    public const string VatSum = "E-J-VATSUM";

    /// <summary>VAT differs more from what is computed than is allowed (VAT-09).</summary>
    public const string VatDifference = "E-J-VATDIFF";

    /// <summary>VAT on a customer, vendor or bank (JNL-16, VJN-04).</summary>
    public const string VatOnParty = "E-J-VATPARTY";

    /// <summary>VAT and several parties in one document (VJN-04).</summary>
    public const string VatOfWhom = "E-J-VATWHOM";

    /// <summary>Full VAT stands on the VAT account itself (VAT-07).</summary>
    public const string FullVatAccount = "E-J-FULLVAT";

    /// <summary>The sign does not fit the document type (JNL-17).</summary>
    public const string AmountSign = "E-J-SIGN";

    /// <summary>Turnover, profit or discount has another sign than the amount (JNL-18).</summary>
    public const string TurnoverSign = "E-J-TURNSIGN";

    /// <summary>A payment discount on what is no invoice (JNL-19).</summary>
    public const string Discount = "E-J-DISCOUNT";

    /// <summary>Applies to a document and to an ID as well (JNL-21).</summary>
    public const string TwoApplications = "E-J-TWOAPPLY";

    /// <summary>A document of that type and number exists (JNL-22).</summary>
    public const string DocumentUsed = "E-J-USED";

    /// <summary>The bank account is kept in another currency (JNL-26, CUR-08).</summary>
    public const string BankCurrency = "E-J-BANKCUR";

    /// <summary>The document is out of balance (JNL-30).</summary>
    public const string Balance = "E-J-BALANCE";

    /// <summary>The document is out of balance in its currency (JNL-31).</summary>
    public const string CurrencyBalance = "E-J-CURBAL";

    /// <summary>Correction is not the same on all lines, or not possible (JNL-32).</summary>
    public const string Correction = "E-J-CORRECT";

    /// <summary>An earlier number is missing (JNL-33).</summary>
    public const string NumberMissing = "E-J-NUMBER";

    /// <summary>What a recurring line must have, or must not (JNL-41).</summary>
    public const string Recurring = "E-J-RECUR";

    /// <summary>Allocations do not add up to the line (JNL-42).</summary>
    public const string Allocation = "E-J-ALLOC";

    /// <summary>The journal has as many lines as one may have.</summary>
    public const string TooManyLines = "E-J-LINES";

    /// <summary>
    /// The line is in a payment file; the change takes it out (JNL-27). A message.
    /// </summary>
    public const string Exported = "W-J-EXPORTED";
}
