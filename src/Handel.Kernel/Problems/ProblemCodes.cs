namespace Handel.Kernel.Problems;

/// <summary>
/// The stable codes that clients and captions know (sales section 23, inventory section 23).
/// Codes without a row in a catalogue stand at the end, under their rule.
/// </summary>
public static class ProblemCodes
{
    public const string FieldEmpty = "E-FIELD";
    public const string NoLines = "E-NOLINES";
    public const string NothingToPost = "E-NOTHING";
    public const string NoPostingChoice = "E-FLAGS";
    public const string PostingDate = "E-DATE";
    public const string VatDate = "E-VATDATE";
    public const string WorkDateBatch = "E-WORKDATE";
    public const string DateOrder = "E-NODATEORDER";
    public const string Dimension = "E-DIM";
    public const string Blocked = "E-BLOCK";
    public const string ApprovalNeeded = "E-APPR";
    public const string ApprovalPending = "E-PENDAPPR";
    public const string PrepaymentNotPosted = "E-PREPMT";
    public const string PrepaymentUnpaid = "E-PREPAID";
    public const string PrepaymentTooLow = "E-PREPMTLOW";
    public const string PrepaymentVat = "E-PREPMTVAT";
    public const string PrepaymentGetLines = "E-PREPMTGET";
    public const string PrepaymentDeduction = "E-PREPMTDED";
    public const string NegativeTotal = "E-NEGTOTAL";
    public const string ItemCharge = "E-CHG";
    public const string WarehouseHandling = "E-WHSE";
    public const string OpenPick = "E-PICK";
    public const string ShipComplete = "E-COMPLETE";
    public const string ShipTooMuch = "E-SHIPMORE";
    public const string InvoiceTooMuch = "E-INVMORE";
    public const string LineAmount = "E-LINEAMT";
    public const string DropShipment = "E-DROP";
    public const string ShipmentQuantity = "E-SHPTQTY";
    public const string BlanketQuantity = "E-BLANKETQTY";
    public const string BlanketNothing = "E-BLANKETNONE";
    public const string CostLink = "E-COSTLINK";
    public const string Stock = "E-STOCK";
    public const string NumberSeries = "E-NOSERIES";
    public const string NumberUsed = "E-NUMUSED";
    public const string ExternalDocumentNo = "E-EXTDOC";
    public const string InvoiceDiscount = "E-NOINVDISC";
    public const string Line = "E-LINE";
    public const string LineType = "E-LINETYPE";
    public const string ElectronicDocument = "E-EDOC";
    public const string Linked = "E-LINKED";
    public const string Concurrency = "E-CONC";

    /// <summary>Leads the codes of what stops a correction or cancellation (sales 12.1).</summary>
    public const string CorrectionPrefix = "E-C-";

    public const string InventoryShort = "INV-E01";
    public const string TransferNotInStock = "INV-E02";
    public const string MustBeReserved = "INV-E03";
    public const string ReservedElsewhere = "INV-E04";
    public const string AppliedEntry = "INV-E05";
    public const string ReturnedTooMuch = "INV-E06";
    public const string UnitConversion = "INV-E07";
    public const string VariantOrLocation = "INV-E08";
    public const string ItemBlocked = "INV-E09";
    public const string ItemInUse = "INV-E10";
    public const string Reservation = "INV-E11";
    public const string PromisedDateLocks = "INV-E12";
    public const string OrderPromising = "INV-E13";
    public const string DropShipmentLink = "INV-E14";
    public const string SpecialOrder = "INV-E15";
    public const string AssembleToOrder = "INV-E16";
    public const string ComponentShort = "INV-E17";
    public const string InTransit = "INV-E18";
    public const string UndoRefused = "INV-E19";
    public const string InventoryPeriod = "INV-E20";
    public const string WarehouseSetup = "INV-E21";
    public const string ItemChargeOpen = "INV-E22";
    public const string CatalogItem = "INV-E23";
    public const string Tracking = "INV-E24";
    public const string InventoryAccount = "INV-E25";

    /// <summary>Goods that are costed one by one leave without saying which (CM-03).</summary>
    public const string SpecificEntry = "INV-E26";

    /// <summary>The method does not suit the item, or the item has entries (IT-06).</summary>
    public const string CostingMethod = "INV-E27";

    /// <summary>Average cost is in use: its period and its pools stay (CM-04).</summary>
    public const string AverageTerms = "INV-E28";

    /// <summary>Stock of a standard item comes in at its standard cost (CP-07).</summary>
    public const string StandardCost = "INV-E29";

    // DF-01, DF-03, DF-04
    public const string DateFormula = "E-DATEFORMULA";

    // DF-07
    public const string DateFormulaNegative = "E-DATEFORMULANEG";

    // NOS-08
    public const string NumberManual = "E-NUMMANUAL";

    // NOS-11
    public const string NumberFormat = "E-NUMFORMAT";

    // NOS-06: a message, not a refusal.
    public const string NumbersRunOut = "W-NUMBERS";

    /// <summary>A draft cannot take its number from that series (NOS-09).</summary>
    public const string NumberChoice = "E-NUMCHOICE";

    /// <summary>No problem at all: the number that comes next (NOS-10).</summary>
    public const string NextNumber = "I-NEXTNUMBER";

    // CUR-02, CUR-03
    public const string ExchangeRate = "E-NORATE";

    /// <summary>
    /// Exchange rates were adjusted later already, or the dates do not follow each other (ADJ-01).
    /// </summary>
    public const string RateAdjustmentDate = "E-ADJDATE";

    /// <summary>More than one posting takes: choose less (S9).</summary>
    public const string TooMany = "E-TOOMANY";

    /// <summary>A fiscal year cannot be made, closed or cleared (COM-07..09).</summary>
    public const string FiscalYear = "E-FISCALYEAR";

    // CUR-01
    public const string CurrencyPrecision = "E-NOPRECISION";

    // DIM-13: the entry is gone or was corrected already.
    public const string DimensionCorrected = "E-DIMCORR";

    // The value names a record that does not exist, or not here (API-L1-4, A18.2).
    public const string Unknown = "E-UNKNOWN";

    // A value outside what its field allows.
    public const string Range = "E-RANGE";

    // Account, VAT combination or item is blocked or of the wrong kind (COA-02).
    public const string NotPostable = "E-ACCOUNT";

    // APP-01, PTM-13
    public const string Application = "E-APPLY";

    // ENT-20
    /// <summary>The general ledger setup contradicts itself (GLS-01..17).</summary>
    public const string LedgerSetup = "E-GLSETUP";

    public const string EntryEdit = "E-ENTRYEDIT";

    /// <summary>An account of the chart contradicts itself or its entries (COA-03..05).</summary>
    public const string GlAccount = "E-GLACCOUNT";

    // PG-09: a posting group that the card of the party does not have.
    public const string PartyPostingGroup = "E-PARTYGROUP";

    // VAT-09, VAT-07: a typed VAT amount is not allowed, or too far from the computed one.
    public const string VatDifference = "E-VATDIFF";

    // NDV-02, NDV-05
    public const string NonDeductibleVat = "E-NONDED";

    // GLS-03, VDT-04: the VAT date follows, or is fixed once posted.
    public const string VatDateFixed = "E-VATDATEFIXED";

    // VST-06
    public const string VatClosed = "E-VATCLOSED";

    // VPS-01: one identifier, one percentage.
    public const string VatIdentifier = "E-VATIDENT";

    // VPS-03, VPS-06: fixed while entries rest on it.
    public const string VatInUse = "E-VATINUSE";

    // NDV-01: a switch that stays on; GLS-10..13: switches that exclude each other.
    public const string VatSwitch = "E-VATSWITCH";

    // VDT-05: a message, not a refusal.
    public const string VatPeriod = "W-VATPERIOD";
    public const string VatPeriodDates = "E-VATPERIODDATES";
    public const string VatPeriodStatus = "E-VATPERIODSTATUS";
    public const string VatPeriodOpen = "E-VATPERIODOPEN";

    // INV-13
    public const string VatReconciliation = "E-VATDIFFERS";

    // VST-05: a message, not a refusal.
    public const string VatOlder = "W-VATOLDER";

    // VST-03
    public const string VatStatementRow = "E-VATROW";
    public const string VatStatementCycle = "E-VATCYCLE";

    // ICP-01
    public const string EuSalesListNumber = "E-ICPNUMBER";

    // COM-05
    public const string VatNumber = "E-VATNO";

    // COM-05, COM-04: messages, not refusals.
    public const string VatNumberShared = "W-VATNOSHARED";
    public const string VatNumberCheckDigit = "W-VATNODIGIT";
    public const string Iban = "W-IBAN";

    // COM-02: a message, not a refusal.
    public const string PaymentInfo = "W-PAYINFO";

    // UNA-01, UNA-02, UNA-07
    public const string Unapplication = "E-UNAPPLY";
}
