using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Finance;

/// <summary>
/// Writes the entries of one document into a posting, with numbers from the counters of the books
/// that it is planned on (GLP-20..24, ACC-41, ACC-42). Everything it needs is resolved before.
/// </summary>
public sealed class PostingBuilder(Posting posting, LedgerCounters counters, PostingHeader header)
{
    // Reverse charge is computed on merged lines, yet must add up to the VAT of their sum (INV-37).
    private readonly Dictionary<VatGroups, (decimal Base, decimal Vat)> _selfAssessed = [];

    public PostingHeader Header => header;

    /// <summary>Writes to the same posting under another date or document.</summary>
    public PostingBuilder With(PostingHeader other) => new(posting, counters, other);

    /// <summary>Merges the lines in order of first appearance; books each with its VAT.</summary>
    public void AddLines(IEnumerable<LedgerLine> lines)
    {
        var merged = new Dictionary<LedgerLineKey, LedgerLine>();
        foreach (var line in lines)
            merged[line.Key] = merged.TryGetValue(line.Key, out var sum) ? sum.Plus(line) : line;
        // W-24: a document of nothing but zero keeps its VAT entry, so that it can be found.
        var isAllZero = merged.Values.All(line => line.IsZero);
        foreach (var line in merged.Values)
            AddWithVat(line, hasVatEntry: isAllZero || !line.IsZero);
    }

    /// <summary>
    /// The line of the party: minus the sum of all lines so far (ACC-42, GLP-07).
    /// </summary>
    public PartyEntry AddParty(PartyTerms terms) =>
        AddPartyEntry(terms, -posting.GlEntries.Sum(entry => entry.Amount));

    /// <summary>An entry of the party with its control line, for an amount that is given.</summary>
    public PartyEntry AddPartyEntry(PartyTerms terms, decimal amountLcy)
    {
        // S8: what the party owes and what the lines add up to are found in two ways.
        if (terms.CurrencyCode.Length == 0 && terms.Amount != amountLcy)
            throw new InvalidOperationException(
                $"Document {header.DocumentNo} owes {terms.Amount}, its lines {amountLcy}."
            );
        AddAccount(terms.ControlAccountNo, amountLcy, header.DimensionSetId);
        var number = (posting.RegisterNo, header.Side.NextEntryNo(counters));
        var entry = PartyPosting.Entry(header, terms, number) with
        {
            OriginalAmountLcy = amountLcy,
            RemainingAmountLcy = amountLcy,
            // VAT-15: an entry of zero is closed at once.
            ClosedAtDate = terms.Amount == 0m ? header.PostingDate : null,
        };
        posting.PartyEntries.Add(entry);
        AddDetail(PartyPosting.Initial(header, entry));
        return entry;
    }

    /// <summary>A movement of a bank account of ours, with its ledger line (ACC-26).</summary>
    public BankEntry AddBank(BankTerms terms)
    {
        var line = NewEntry(terms.GlAccountNo, terms.AmountLcy, header.DimensionSetId) with
        {
            SourceType = SourceType.BankAccount,
            SourceNo = terms.Account.No,
        };
        Add(line);
        var numbers = (posting.RegisterNo, ++counters.Bank, line.EntryNo);
        var entry = BankPosting.Entry(header, terms, numbers);
        posting.BankEntries.Add(entry);
        return entry;
    }

    /// <summary>A line without VAT on an account that a rule chose.</summary>
    public void AddAccount(string accountNo, decimal amount, int dimensionSetId) =>
        Add(NewEntry(accountNo, amount, dimensionSetId));

    /// <summary>A line without VAT on an account that a user chose (INV-10).</summary>
    public void AddTyped(string accountNo, decimal amount) =>
        Add(NewEntry(accountNo, amount, header.DimensionSetId) with { IsSystemCreated = false });

    /// <summary>
    /// The cost of goods that the value entries of the posting have reported (GL-02).
    /// </summary>
    public void AddCosts(CompanySetup setup, List<Problem> problems)
    {
        var cost = CostPairs.Of(setup, posting.ValueEntries);
        problems.AddRange(cost.Problems);
        foreach (var pair in cost.Pairs)
        {
            var record = new RecordRef("items", pair.Value.ItemNo);
            var accounts = new AccountResolution(setup, record, problems);
            foreach (var account in new[] { pair.DebitAccount, pair.CreditAccount })
                accounts.Checked(account, "", new(AccountResolution.AccountEntity, account));
            AddCost(pair);
        }
    }

    /// <summary>
    /// The two lines of a cost: date and document are those of the value entry, which may correct
    /// an earlier posting (GL-06, GL-08).
    /// </summary>
    private void AddCost(CostPair pair)
    {
        var value = pair.Value;
        var debit = NewEntry(pair.DebitAccount, pair.Amount, value.DimensionSetId) with
        {
            PostingDate = value.PostingDate,
            DocumentDate = value.DocumentDate,
            VatDate = value.PostingDate,
            DocumentType = EntryDocumentType.None,
            DocumentNo = value.DocumentNo,
            ExternalDocumentNo = value.ExternalDocumentNo,
            Description = pair.Description,
            IsCorrection = false,
            GenBusPostingGroup = value.GenBusPostingGroup,
            GenProdPostingGroup = value.GenProdPostingGroup,
            SourceType = value.SourceType,
            SourceNo = value.SourceNo,
            ValueEntryNo = value.EntryNo,
        };
        Add(debit);
        Add(
            debit with
            {
                EntryNo = ++counters.Gl,
                AccountNo = pair.CreditAccount,
                Amount = -pair.Amount,
            }
        );
    }

    /// <summary>Adds a detail of a customer or vendor entry; answers it with its number.</summary>
    public PartyDetail AddDetail(PartyDetail detail)
    {
        var numbered = detail with
        {
            EntryNo = LedgerSide.Of(detail.Direction).NextDetailNo(counters),
            RegisterNo = posting.RegisterNo,
            SourceCode = posting.SourceCode,
        };
        posting.PartyDetails.Add(numbered);
        return numbered;
    }

    /// <summary>
    /// Shows the new state of an entry that this posting has made, when it has made it.
    /// </summary>
    public void Replace(PartyEntry entry)
    {
        var index = posting.PartyEntries.FindIndex(made =>
            made.Direction == entry.Direction && made.EntryNo == entry.EntryNo
        );
        if (index >= 0)
            posting.PartyEntries[index] = entry;
    }

    /// <summary>The VAT that this posting itself has booked so far.</summary>
    public IReadOnlyList<VatEntry> VatOf(int registerNo) =>
        registerNo == posting.RegisterNo ? posting.VatEntries : [];

    /// <summary>
    /// VAT that a payment discount or a tolerance takes back, or that undoing it gives back, on the
    /// day of this posting (DSC-07, DSC-08).
    /// </summary>
    /// <param name="vat">Groups and rate of the original, with the amounts to book.</param>
    public VatEntry AddVatCorrection(VatEntry vat, CorrectionAccounts accounts)
    {
        var net = vat.Base + vat.NonDeductibleBase + vat.NonDeductibleAmount;
        var netNo = net == 0m ? 0 : AddNetCorrection(vat, accounts.NetNo, net);
        var vatNo = vat.Amount == 0m ? 0 : AddPlain(accounts.VatNo, vat.Amount);
        if (accounts.ReverseNo.Length > 0 && vatNo != 0)
            AddPlain(accounts.ReverseNo, -vat.Amount);
        return AddVatAnew(
            vat with
            {
                UnrealizedVatType = UnrealizedVatType.None,
                UnrealizedBase = 0m,
                UnrealizedAmount = 0m,
                VatDifference = 0m,
            },
            (netNo == 0 ? vatNo : netNo, vatNo)
        );
    }

    /// <summary>A new entry about VAT that stands in the books, on the day posted.</summary>
    /// <param name="vat">Groups and rate of the original, with the new amounts.</param>
    /// <param name="lineNo">Numbers of the ledger lines of base and VAT; 0 is none.</param>
    internal VatEntry AddVatAnew(VatEntry vat, (int Base, int Vat) lineNo)
    {
        var entry = vat.Anew(header.VatDate) with
        {
            EntryNo = ++counters.Vat,
            RegisterNo = posting.RegisterNo,
            GlEntryNo = lineNo.Base,
            VatGlEntryNo = lineNo.Vat,
            PostingDate = header.PostingDate,
            DocumentDate = header.DocumentDate,
            DocumentType = header.DocumentType,
            DocumentNo = header.DocumentNo,
            ExternalDocumentNo = header.ExternalDocumentNo,
            SourceCode = posting.SourceCode,
            VatDifference = 0m,
            IsClosed = false,
            ClosedByEntryNo = 0,
            RemainingUnrealizedBase = 0m,
            RemainingUnrealizedAmount = 0m,
        };
        posting.VatEntries.Add(entry);
        return entry;
    }

    private int AddNetCorrection(VatEntry vat, string accountNo, decimal amount)
    {
        var entry = NewEntry(accountNo, amount, header.DimensionSetId) with
        {
            GenPostingType = vat.Type,
            GenBusPostingGroup = vat.GenBusPostingGroup,
            GenProdPostingGroup = vat.GenProdPostingGroup,
            VatBusPostingGroup = vat.VatBusPostingGroup,
            VatProdPostingGroup = vat.VatProdPostingGroup,
            VatAmount = vat.Amount,
        };
        Add(entry);
        return entry.EntryNo;
    }

    internal int AddPlain(string accountNo, decimal amount)
    {
        var entry = NewEntry(accountNo, amount, header.DimensionSetId);
        Add(entry);
        return entry.EntryNo;
    }

    private void AddWithVat(LedgerLine line, bool hasVatEntry)
    {
        // GLP-04: with full VAT the whole line is VAT and stands on the VAT account itself.
        if (line.Vat.CalculationType == VatCalculationType.FullVat)
        {
            var whole = AddLine(line, line.Amount + line.VatAmount);
            AddVat(line, whole, (whole.EntryNo, 0m, line.Amount + line.VatAmount));
            return;
        }
        // NDV-04, ACC-14: what may not be deducted is a cost like the line, or has an account.
        var cost = line.NonDeductibleVat;
        var isOnLine = line.Vat.NonDeductibleAccountNo.Length == 0;
        var net = AddLine(line, line.Amount + (isOnLine ? cost : 0m));
        if (cost != 0m && !isOnLine)
            AddVatLine(line.Vat.NonDeductibleAccountNo, cost, line);
        var vat = VatOf(line);
        var vatEntryNo = vat == cost ? 0 : AddVatLine(line.Vat.AccountNo, vat - cost, line).EntryNo;
        if (vat != 0m && line.Vat.ReverseAccountNo.Length > 0)
            AddVatLine(line.Vat.ReverseAccountNo, -vat, line);
        if (hasVatEntry)
            AddVat(line, net, (vatEntryNo, line.VatBase - line.NonDeductibleBase, vat - cost));
    }

    private decimal VatOf(LedgerLine line)
    {
        if (line.Vat.ReverseAccountNo.Length == 0)
            return line.VatAmount;
        // VAT-06, GLP-23: computed at posting, on both accounts, not owed to the vendor.
        _selfAssessed.TryGetValue(line.Key.Vat, out var sum);
        var taxable = sum.Base + line.VatBase;
        var total = Rounding.Round(
            taxable * line.Vat.Pct / 100m,
            Rounding.AmountPrecision,
            line.Vat.Rounding
        );
        var vat = total - sum.Vat;
        _selfAssessed[line.Key.Vat] = (taxable, sum.Vat + vat);
        return vat;
    }

    private GlEntry AddLine(LedgerLine line, decimal amount)
    {
        var entry = NewEntry(line.Key.AccountNo, amount, line.Key.DimensionSetId) with
        {
            Description = line.Description,
            GenPostingType = header.Side.VatType,
            GenBusPostingGroup = line.Key.Gen.Bus,
            GenProdPostingGroup = line.Key.Gen.Prod,
            VatBusPostingGroup = line.Key.Vat.Bus,
            VatProdPostingGroup = line.Key.Vat.Prod,
            VatAmount = line.VatAmount == 0m ? 0m : line.VatAmount - line.NonDeductibleVat,
            Quantity = line.Quantity,
            IsSystemCreated = line.IsSystemCreated,
        };
        Add(entry);
        return entry;
    }

    private GlEntry AddVatLine(string accountNo, decimal amount, LedgerLine line)
    {
        var entry = NewEntry(accountNo, amount, line.Key.DimensionSetId);
        Add(entry);
        return entry;
    }

    private void AddVat(LedgerLine line, GlEntry net, (int EntryNo, decimal Base, decimal Vat) vat)
    {
        var isDue = line.Vat.UnrealizedVatType == UnrealizedVatType.None;
        // UNR-01
        var (waitingBase, waitingVat) = isDue ? (0m, 0m) : (vat.Base, vat.Vat);
        posting.VatEntries.Add(
            new VatEntry
            {
                CompanyNo = header.CompanyNo,
                EntryNo = ++counters.Vat,
                RegisterNo = posting.RegisterNo,
                GlEntryNo = net.EntryNo,
                VatGlEntryNo = vat.EntryNo,
                Type = header.Side.VatType,
                PostingDate = header.PostingDate,
                DocumentDate = header.DocumentDate,
                VatDate = header.VatDate,
                DocumentType = header.DocumentType,
                DocumentNo = header.DocumentNo,
                ExternalDocumentNo = header.ExternalDocumentNo,
                BillToNo = header.PartyNo,
                CountryCode = header.VatCountryCode,
                VatRegistrationNo = header.VatRegistrationNo,
                IsEuThirdParty = header.IsEuThirdParty,
                IsEuService = line.Vat.IsEuService,
                CalculationType = line.Vat.CalculationType,
                VatBusPostingGroup = line.Key.Vat.Bus,
                VatProdPostingGroup = line.Key.Vat.Prod,
                GenBusPostingGroup = line.Key.Gen.Bus,
                GenProdPostingGroup = line.Key.Gen.Prod,
                VatPct = line.Vat.Pct,
                Base = vat.Base - waitingBase,
                Amount = vat.Vat - waitingVat,
                UnrealizedVatType = line.Vat.UnrealizedVatType,
                UnrealizedBase = waitingBase,
                UnrealizedAmount = waitingVat,
                RemainingUnrealizedBase = waitingBase,
                RemainingUnrealizedAmount = waitingVat,
                BaseBeforePmtDisc = line.VatBase == 0m ? 0m : line.Amount,
                VatBaseDiscountPct = header.VatBaseDiscountPct,
                VatDifference = line.VatDifference,
                NonDeductibleVatPct = line.Vat.NonDeductiblePct,
                NonDeductibleBase = line.NonDeductibleBase,
                NonDeductibleAmount = line.NonDeductibleVat,
                SourceCode = posting.SourceCode,
            }
        );
    }

    private void Add(GlEntry entry) => posting.GlEntries.Add(entry);

    private GlEntry NewEntry(string accountNo, decimal amount, int dimensionSetId) =>
        new()
        {
            CompanyNo = header.CompanyNo,
            EntryNo = ++counters.Gl,
            RegisterNo = posting.RegisterNo,
            PostingDate = header.PostingDate,
            DocumentDate = header.DocumentDate,
            VatDate = header.VatDate,
            DocumentType = header.DocumentType,
            DocumentNo = header.DocumentNo,
            ExternalDocumentNo = header.ExternalDocumentNo,
            AccountNo = accountNo,
            Description = header.Description,
            Amount = amount,
            IsCorrection = header.IsCorrection,
            IsClosing = header.IsClosing,
            SourceType = header.PartyNo.Length > 0 ? header.Side.PartySource : SourceType.None,
            SourceNo = header.PartyNo,
            SourceCode = posting.SourceCode,
            ReasonCode = header.ReasonCode,
            DimensionSetId = dimensionSetId,
            IsSystemCreated = true,
        };
}
