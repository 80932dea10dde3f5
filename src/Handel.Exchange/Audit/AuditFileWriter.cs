using System.Globalization;
using System.Text;
using System.Xml;

namespace Handel.Exchange.Audit;

/// <summary>
/// Writes a Dutch audit file, XAF 3.2, row by row: nothing of it is kept in memory (AUD-08). The
/// sections come in the order of the methods. What the totals of a section said is checked when it
/// ends: a file that contradicts itself is a defect.
/// </summary>
public sealed class AuditFileWriter : IDisposable
{
    public const string Namespace = "http://www.auditfiles.nl/XAF/3.2";
    private const string Software = "Handel";

    // Lengths of the standard.
    private const int NameMax = 50;
    private const int PhoneMax = 30;
    private const int CodeMax = 35;
    private const int PostCodeMax = 10;
    private const int VersionMax = 20;

    private readonly XmlWriter _xml;
    private readonly Func<string, string> _journalNames;
    private IReadOnlyList<AuditPeriod> _periods = [];
    private AuditTotals _said = new(0, 0m, 0m);
    private AuditTotals _written = new(0, 0m, 0m);
    private string? _journal;
    private int _transaction;

    /// <param name="to">Stays open.</param>
    /// <param name="journalNames">What a journal, by its code, is called.</param>
    public AuditFileWriter(Stream to, Func<string, string> journalNames)
    {
        _journalNames = journalNames;
        _xml = XmlWriter.Create(
            to,
            new XmlWriterSettings
            {
                Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                Indent = true,
            }
        );
    }

    public void Begin(AuditHead head)
    {
        _xml.WriteStartDocument();
        _xml.WriteStartElement("auditfile", Namespace);
        Start("header");
        var (from, to) = (head.From.Year, head.To.Year);
        Write("fiscalYear", from == to ? Text(from) : $"{Text(from)}-{Text(to)}");
        Write("startDate", Text(head.From));
        Write("endDate", Text(head.To));
        Write("curCode", head.LcyCode);
        Write("dateCreated", Text(head.CreatedOn));
        Write("softwareDesc", Software);
        Write("softwareVersion", head.SoftwareVersion, VersionMax);
        End();
        Start("company");
        Write("companyIdent", head.CompanyIdent, CodeMax);
        Write("companyName", head.CompanyName);
        Write("taxRegistrationCountry", head.CountryCode);
        Write("taxRegIdent", head.VatRegistrationNo, PhoneMax);
        Write(head.Address);
    }

    public void BeginParties() => Start("customersSuppliers");

    public void Add(AuditParty party)
    {
        Start("customerSupplier");
        Write("custSupID", party.Id, CodeMax);
        Filled("custSupName", party.Name, NameMax);
        Filled("contact", party.Contact, NameMax);
        Filled("telephone", party.Phone, PhoneMax);
        Filled("eMail", party.Email);
        Filled("commerceNr", party.RegistrationNo);
        Filled("taxRegistrationCountry", party.Address.CountryCode);
        Filled("taxRegIdent", party.VatRegistrationNo, PhoneMax);
        Write("custSupTp", party.IsCustomer ? "C" : "S");
        Write(party.Address);
        if (party.Iban.Length > 0)
        {
            Start("bankAccount");
            Write("bankAccNr", party.Iban, CodeMax);
            Filled("bankIdCd", party.Bic, CodeMax);
            End();
        }
        End();
    }

    public void EndParties() => End();

    public void Accounts(IEnumerable<AuditAccount> accounts)
    {
        Start("generalLedger");
        foreach (var account in accounts)
        {
            Start("ledgerAccount");
            Write("accID", account.No, CodeMax);
            Write("accDesc", account.Name);
            Write("accTp", account.IsBalanceSheet ? "B" : "P");
            End();
        }
        End();
    }

    public void VatCodes(IEnumerable<AuditVatCode> codes)
    {
        Start("vatCodes");
        foreach (var code in codes)
        {
            Start("vatCode");
            Write("vatID", code.Id, CodeMax);
            Write("vatDesc", code.Description);
            Filled("vatToPayAccID", code.ToPay, CodeMax);
            Filled("vatToClaimAccID", code.ToClaim, CodeMax);
            End();
        }
        End();
    }

    public void Periods(IReadOnlyList<AuditPeriod> periods)
    {
        _periods = periods;
        Start("periods");
        foreach (var period in periods)
        {
            Start("period");
            Write("periodNumber", Text(period.Number));
            Filled("periodDesc", period.Name, NameMax);
            Write("startDatePeriod", Text(period.From));
            Write("endDatePeriod", Text(period.To));
            End();
        }
        End();
    }

    public void OpeningBalance(DateOnly date, IReadOnlyList<AuditBalance> balances)
    {
        var (debit, credit) = (
            balances.Where(balance => balance.Amount > 0m).Sum(balance => balance.Amount),
            -balances.Where(balance => balance.Amount < 0m).Sum(balance => balance.Amount)
        );
        Start("openingBalance");
        Write("opBalDate", Text(date));
        BeginSum(new(balances.Count, debit, credit));
        for (var i = 0; i < balances.Count; i++)
        {
            Start("obLine");
            Write("nr", Text(i + 1));
            Write("accID", balances[i].AccountNo, CodeMax);
            Amount("amnt", balances[i].Amount);
            Count(balances[i].Amount);
            End();
        }
        CheckSum("openingBalance");
        End();
    }

    public void BeginTransactions(AuditTotals totals)
    {
        Start("transactions");
        BeginSum(totals);
    }

    /// <summary>Lines come by journal, then by register, then by number.</summary>
    public void Add(AuditLine line)
    {
        if (_transaction != 0 && _transaction != line.RegisterNo)
            EndTransaction();
        if (_journal != line.JournalCode)
        {
            EndTransaction();
            EndJournal();
            BeginJournal(line.JournalCode);
        }
        if (_transaction == 0)
            BeginTransaction(line);
        Write(line);
        Count(line.Amount);
    }

    /// <summary>Ends the file; throws when it does not hold what its totals say.</summary>
    public void EndTransactions()
    {
        EndTransaction();
        EndJournal();
        CheckSum("transactions");
        End();
        _xml.WriteEndDocument();
        _xml.Flush();
    }

    public void Dispose() => _xml.Dispose();

    private void BeginJournal(string code)
    {
        _journal = code;
        Start("journal");
        Write("jrnID", code, CodeMax);
        Write("desc", _journalNames(code));
    }

    private void EndJournal()
    {
        if (_journal is null)
            return;
        End();
        _journal = null;
    }

    private void BeginTransaction(AuditLine line)
    {
        _transaction = line.RegisterNo;
        Start("transaction");
        Write("nr", Text(line.RegisterNo));
        Filled("desc", line.Description);
        Write("periodNumber", Text(PeriodOf(line.PostingDate)));
        Write("trDt", Text(line.PostingDate));
        Filled("userID", line.UserName, CodeMax);
    }

    private void EndTransaction()
    {
        if (_transaction == 0)
            return;
        End();
        _transaction = 0;
    }

    private void Write(AuditLine line)
    {
        Start("trLine");
        Write("nr", Text(line.EntryNo));
        Write("accID", line.AccountNo, CodeMax);
        Write("docRef", line.DocumentNo);
        Write("effDate", Text(line.DocumentDate));
        Filled("desc", line.Description);
        Amount("amnt", line.Amount);
        Filled("custSupID", line.PartyId, CodeMax);
        if (line.VatId.Length > 0)
        {
            Start("vat");
            Write("vatID", line.VatId, CodeMax);
            Write("vatPerc", line.VatPct.ToString("0.000", CultureInfo.InvariantCulture));
            Amount("vatAmnt", line.VatAmount);
            End();
        }
        End();
    }

    private void Write(AuditAddress address)
    {
        if (address == new AuditAddress("", "", "", ""))
            return;
        Start("streetAddress");
        Filled("streetname", address.Street);
        Filled("city", address.City, NameMax);
        Filled("postalCode", address.PostCode, PostCodeMax);
        Filled("country", address.CountryCode);
        End();
    }

    private int PeriodOf(DateOnly date) =>
        _periods.LastOrDefault(period => period.From <= date)?.Number ?? 0;

    private void BeginSum(AuditTotals totals)
    {
        (_said, _written) = (totals, new(0, 0m, 0m));
        Write("linesCount", Text(totals.Lines));
        Write("totalDebit", Text(totals.Debit));
        Write("totalCredit", Text(totals.Credit));
    }

    private void Count(decimal amount) =>
        _written = new(
            _written.Lines + 1,
            _written.Debit + Math.Max(amount, 0m),
            _written.Credit - Math.Min(amount, 0m)
        );

    private void CheckSum(string section)
    {
        if (_written != _said || _said.Debit != _said.Credit)
            throw new InvalidOperationException(
                $"The {section} of the audit file are {_written}, its totals {_said}."
            );
    }

    private void Amount(string name, decimal amount)
    {
        Write(name, Text(Math.Abs(amount)));
        Write($"{name}Tp", amount < 0m ? "C" : "D");
    }

    private void Filled(string name, string value, int lengthMax = int.MaxValue)
    {
        if (value.Length > 0)
            Write(name, value, lengthMax);
    }

    private void Write(string name, string value, int lengthMax = int.MaxValue)
    {
        var cut = value.Length > lengthMax ? value[..lengthMax] : value;
        _xml.WriteElementString(name, Namespace, Printable(cut));
    }

    // Half of a pair, or what XML has no place for, would make the whole file unreadable.
    private static string Printable(string value)
    {
        if (value.All(XmlConvert.IsXmlChar))
            return value;
        var kept = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (XmlConvert.IsXmlChar(value[i]))
                kept.Append(value[i]);
            else if (i + 1 < value.Length && XmlConvert.IsXmlSurrogatePair(value[i + 1], value[i]))
                kept.Append(value[i]).Append(value[++i]);
        }
        return kept.ToString();
    }

    private void Start(string name) => _xml.WriteStartElement(name, Namespace);

    private void End() => _xml.WriteEndElement();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private static string Text(decimal amount) =>
        amount.ToString("0.00", CultureInfo.InvariantCulture);
}
