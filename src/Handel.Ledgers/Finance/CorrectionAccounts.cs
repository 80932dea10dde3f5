namespace Handel.Ledgers.Finance;

/// <summary>Where a correction of VAT goes (ACC-11..13, ACC-17, ACC-18).</summary>
/// <param name="NetNo">Takes the discount or tolerance without its VAT.</param>
/// <param name="VatNo">Takes the VAT.</param>
/// <param name="ReverseNo">Blank unless the buyer assesses the VAT.</param>
public readonly record struct CorrectionAccounts(string NetNo, string VatNo, string ReverseNo);
