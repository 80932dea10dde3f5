using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class FinanceBase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "adjust_for_payment_discount",
                table: "vat_posting_setup",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "allow_non_deductible_vat",
                table: "vat_posting_setup",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "non_deductible_vat_account",
                table: "vat_posting_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<decimal>(
                name: "non_deductible_vat_pct",
                table: "vat_posting_setup",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "non_deductible_vat_pct",
                table: "vat_entry",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<short>(
                name: "appln_between_currencies",
                table: "trade_setup",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<bool>(
                name: "is_bal_account_bank",
                table: "payment_method",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "add_fee_per_line_account",
                table: "party_posting_group",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "additional_fee_account",
                table: "party_posting_group",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "appln_rounding_credit_account",
                table: "party_posting_group",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "appln_rounding_debit_account",
                table: "party_posting_group",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "interest_account",
                table: "party_posting_group",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "payment_tolerance_credit_account",
                table: "party_posting_group",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "payment_tolerance_debit_account",
                table: "party_posting_group",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<decimal>(
                name: "adjusted_currency_factor",
                table: "party_entry",
                type: "numeric(38,20)",
                precision: 38,
                scale: 20,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "amount_to_apply",
                table: "party_entry",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "applies_to_id",
                table: "party_entry",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "is_reversed",
                table: "party_entry",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "max_payment_tolerance",
                table: "party_entry",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "message_to_recipient",
                table: "party_entry",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "pmt_disc_tolerance_date",
                table: "party_entry",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason_code",
                table: "party_entry",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "gl_account_no",
                table: "party_detail",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "is_unapplied",
                table: "party_detail",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "pmt_disc_before",
                table: "party_detail",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "tolerance_before",
                table: "party_detail",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<int>(
                name: "unapplies_entry_no",
                table: "party_detail",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "vat_entry_no",
                table: "party_detail",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<short>(
                name: "application_method",
                table: "party",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<bool>(
                name: "block_payment_tolerance",
                table: "party",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "last_statement_no",
                table: "party",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "print_statements",
                table: "party",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "priority",
                table: "party",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "bank",
                table: "ledger_state",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "adjust_for_pmt_disc",
                table: "gl_setup",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "allow_vat_date_from",
                table: "gl_setup",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "allow_vat_date_to",
                table: "gl_setup",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "appln_rounding_precision",
                table: "gl_setup",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<bool>(
                name: "disc_tolerance_to_discount_accounts",
                table: "gl_setup",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_non_deductible_vat_enabled",
                table: "gl_setup",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "max_payment_tolerance_amount",
                table: "gl_setup",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "payment_tolerance_pct",
                table: "gl_setup",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<short>(
                name: "payment_tolerance_policy",
                table: "gl_setup",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<string>(
                name: "pmt_disc_grace_period",
                table: "gl_setup",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<short>(
                name: "pmt_disc_tolerance_policy",
                table: "gl_setup",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<bool>(
                name: "tolerance_to_discount_accounts",
                table: "gl_setup",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<short>(
                name: "vat_date_usage",
                table: "gl_setup",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<short>(
                name: "vat_period_control",
                table: "gl_setup",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<int>(
                name: "bank_from",
                table: "gl_register",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "bank_to",
                table: "gl_register",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "journal_batch_name",
                table: "gl_register",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "posted_with_register_no",
                table: "gl_register",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "reversed_by_register_no",
                table: "gl_register",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "reverses_register_no",
                table: "gl_register",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<short>(
                name: "seal_version",
                table: "gl_register",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<bool>(
                name: "is_prior_year",
                table: "gl_entry",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "reason_code",
                table: "gl_entry",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<decimal>(
                name: "source_currency_amount",
                table: "gl_entry",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "source_currency_code",
                table: "gl_entry",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "purchase_pmt_disc_credit_account",
                table: "general_posting_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "purchase_pmt_disc_debit_account",
                table: "general_posting_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "purchase_pmt_tol_credit_account",
                table: "general_posting_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "purchase_pmt_tol_debit_account",
                table: "general_posting_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "sale_pmt_disc_credit_account",
                table: "general_posting_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "sale_pmt_disc_debit_account",
                table: "general_posting_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "sale_pmt_tol_credit_account",
                table: "general_posting_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "sale_pmt_tol_debit_account",
                table: "general_posting_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "bank_account",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bank_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bank_branch_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    bank_account_number = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    iban = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bic = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    currency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    is_blocked = table.Column<bool>(type: "boolean", nullable: false),
                    intercompany_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_account", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "bank_entry",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    entry_no = table.Column<int>(type: "integer", nullable: false),
                    register_no = table.Column<int>(type: "integer", nullable: false),
                    bank_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    posting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    document_date = table.Column<DateOnly>(type: "date", nullable: false),
                    document_type = table.Column<short>(type: "smallint", nullable: false),
                    document_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    external_document_no = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    currency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    amount_lcy = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    bal_account_type = table.Column<short>(type: "smallint", nullable: false),
                    bal_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    source_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    dimension_set_id = table.Column<int>(type: "integer", nullable: false),
                    gl_entry_no = table.Column<int>(type: "integer", nullable: false),
                    remaining_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    statement_status = table.Column<short>(type: "smallint", nullable: false),
                    statement_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    statement_line_no = table.Column<int>(type: "integer", nullable: false),
                    is_reversed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_entry", x => new { x.company_no, x.entry_no });
                });

            migrationBuilder.CreateTable(
                name: "bank_posting_group",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    gl_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_posting_group", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "journal_batch",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    template_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bal_account_type = table.Column<short>(type: "smallint", nullable: false),
                    bal_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    no_series = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    posting_no_series = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    suggest_balancing_amount = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_batch", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "journal_line",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    posting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    vat_date = table.Column<DateOnly>(type: "date", nullable: false),
                    document_date = table.Column<DateOnly>(type: "date", nullable: false),
                    document_type = table.Column<short>(type: "smallint", nullable: false),
                    document_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    external_document_no = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    account_type = table.Column<short>(type: "smallint", nullable: false),
                    account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bal_account_type = table.Column<short>(type: "smallint", nullable: false),
                    bal_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    currency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    currency_factor = table.Column<decimal>(type: "numeric(38,20)", precision: 38, scale: 20, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    amount_lcy = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    applies_to_doc_type = table.Column<short>(type: "smallint", nullable: false),
                    applies_to_doc_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    applies_to_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    due_date = table.Column<DateOnly>(type: "date", nullable: true),
                    pmt_discount_date = table.Column<DateOnly>(type: "date", nullable: true),
                    payment_discount_pct = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    payment_terms_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    payment_method_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    accept_tolerance = table.Column<bool>(type: "boolean", nullable: true),
                    accept_late_discount = table.Column<bool>(type: "boolean", nullable: true),
                    message_to_recipient = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    on_hold = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    is_correction = table.Column<bool>(type: "boolean", nullable: false),
                    salesperson_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    comment = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    dimension_set_id = table.Column<int>(type: "integer", nullable: false),
                    recurring_method = table.Column<short>(type: "smallint", nullable: false),
                    recurring_frequency = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    expiration_date = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    bal_vat_gen_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    bal_vat_gen_posting_type = table.Column<short>(type: "smallint", nullable: false),
                    bal_vat_gen_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    bal_vat_vat_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    bal_vat_vat_base_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    bal_vat_vat_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    bal_vat_vat_difference = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    bal_vat_vat_pct = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    bal_vat_vat_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_gen_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_gen_posting_type = table.Column<short>(type: "smallint", nullable: false),
                    vat_gen_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_vat_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    vat_vat_base_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    vat_vat_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_vat_difference = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    vat_vat_pct = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    vat_vat_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_line", x => new { x.company_no, x.batch_id, x.line_no });
                });

            migrationBuilder.CreateTable(
                name: "journal_template",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    type = table.Column<short>(type: "smallint", nullable: false),
                    bal_account_type = table.Column<short>(type: "smallint", nullable: false),
                    bal_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    no_series = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    posting_no_series = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    source_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    force_doc_balance = table.Column<bool>(type: "boolean", nullable: false),
                    copy_vat_setup = table.Column<bool>(type: "boolean", nullable: false),
                    allow_vat_difference = table.Column<bool>(type: "boolean", nullable: false),
                    copy_to_posted_lines = table.Column<bool>(type: "boolean", nullable: false),
                    allow_posting_from = table.Column<DateOnly>(type: "date", nullable: true),
                    allow_posting_to = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_template", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_gl_register_company_no_posted_with_register_no",
                table: "gl_register",
                columns: new[] { "company_no", "posted_with_register_no" },
                filter: "journal_batch_name <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_bank_account_company_no_no",
                table: "bank_account",
                columns: new[] { "company_no", "no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bank_entry_company_no_bank_account_no_posting_date",
                table: "bank_entry",
                columns: new[] { "company_no", "bank_account_no", "posting_date" });

            migrationBuilder.CreateIndex(
                name: "ix_bank_entry_company_no_document_no",
                table: "bank_entry",
                columns: new[] { "company_no", "document_no" });

            migrationBuilder.CreateIndex(
                name: "ix_bank_posting_group_company_no_code",
                table: "bank_posting_group",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_journal_batch_company_no_template_id_name",
                table: "journal_batch",
                columns: new[] { "company_no", "template_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_journal_line_company_no_id",
                table: "journal_line",
                columns: new[] { "company_no", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_journal_template_company_no_name",
                table: "journal_template",
                columns: new[] { "company_no", "name" },
                unique: true);

            // What was there before this migration: sealed in the first form, settled at the
            // rates of its posting.
            migrationBuilder.Sql(
                """
                UPDATE party_entry SET adjusted_currency_factor = currency_factor;
                UPDATE gl_register SET seal_version = 1, posted_with_register_no = register_no;
                UPDATE trade_setup SET appln_between_currencies = 2;
                UPDATE gl_setup SET disc_tolerance_to_discount_accounts = true;
                UPDATE party SET print_statements = true;
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bank_account");

            migrationBuilder.DropTable(
                name: "bank_entry");

            migrationBuilder.DropTable(
                name: "bank_posting_group");

            migrationBuilder.DropTable(
                name: "journal_batch");

            migrationBuilder.DropTable(
                name: "journal_line");

            migrationBuilder.DropTable(
                name: "journal_template");

            migrationBuilder.DropIndex(
                name: "ix_gl_register_company_no_posted_with_register_no",
                table: "gl_register");

            migrationBuilder.DropColumn(
                name: "adjust_for_payment_discount",
                table: "vat_posting_setup");

            migrationBuilder.DropColumn(
                name: "allow_non_deductible_vat",
                table: "vat_posting_setup");

            migrationBuilder.DropColumn(
                name: "non_deductible_vat_account",
                table: "vat_posting_setup");

            migrationBuilder.DropColumn(
                name: "non_deductible_vat_pct",
                table: "vat_posting_setup");

            migrationBuilder.DropColumn(
                name: "non_deductible_vat_pct",
                table: "vat_entry");

            migrationBuilder.DropColumn(
                name: "appln_between_currencies",
                table: "trade_setup");

            migrationBuilder.DropColumn(
                name: "is_bal_account_bank",
                table: "payment_method");

            migrationBuilder.DropColumn(
                name: "add_fee_per_line_account",
                table: "party_posting_group");

            migrationBuilder.DropColumn(
                name: "additional_fee_account",
                table: "party_posting_group");

            migrationBuilder.DropColumn(
                name: "appln_rounding_credit_account",
                table: "party_posting_group");

            migrationBuilder.DropColumn(
                name: "appln_rounding_debit_account",
                table: "party_posting_group");

            migrationBuilder.DropColumn(
                name: "interest_account",
                table: "party_posting_group");

            migrationBuilder.DropColumn(
                name: "payment_tolerance_credit_account",
                table: "party_posting_group");

            migrationBuilder.DropColumn(
                name: "payment_tolerance_debit_account",
                table: "party_posting_group");

            migrationBuilder.DropColumn(
                name: "adjusted_currency_factor",
                table: "party_entry");

            migrationBuilder.DropColumn(
                name: "amount_to_apply",
                table: "party_entry");

            migrationBuilder.DropColumn(
                name: "applies_to_id",
                table: "party_entry");

            migrationBuilder.DropColumn(
                name: "is_reversed",
                table: "party_entry");

            migrationBuilder.DropColumn(
                name: "max_payment_tolerance",
                table: "party_entry");

            migrationBuilder.DropColumn(
                name: "message_to_recipient",
                table: "party_entry");

            migrationBuilder.DropColumn(
                name: "pmt_disc_tolerance_date",
                table: "party_entry");

            migrationBuilder.DropColumn(
                name: "reason_code",
                table: "party_entry");

            migrationBuilder.DropColumn(
                name: "gl_account_no",
                table: "party_detail");

            migrationBuilder.DropColumn(
                name: "is_unapplied",
                table: "party_detail");

            migrationBuilder.DropColumn(
                name: "pmt_disc_before",
                table: "party_detail");

            migrationBuilder.DropColumn(
                name: "tolerance_before",
                table: "party_detail");

            migrationBuilder.DropColumn(
                name: "unapplies_entry_no",
                table: "party_detail");

            migrationBuilder.DropColumn(
                name: "vat_entry_no",
                table: "party_detail");

            migrationBuilder.DropColumn(
                name: "application_method",
                table: "party");

            migrationBuilder.DropColumn(
                name: "block_payment_tolerance",
                table: "party");

            migrationBuilder.DropColumn(
                name: "last_statement_no",
                table: "party");

            migrationBuilder.DropColumn(
                name: "print_statements",
                table: "party");

            migrationBuilder.DropColumn(
                name: "priority",
                table: "party");

            migrationBuilder.DropColumn(
                name: "bank",
                table: "ledger_state");

            migrationBuilder.DropColumn(
                name: "adjust_for_pmt_disc",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "allow_vat_date_from",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "allow_vat_date_to",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "appln_rounding_precision",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "disc_tolerance_to_discount_accounts",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "is_non_deductible_vat_enabled",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "max_payment_tolerance_amount",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "payment_tolerance_pct",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "payment_tolerance_policy",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "pmt_disc_grace_period",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "pmt_disc_tolerance_policy",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "tolerance_to_discount_accounts",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "vat_date_usage",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "vat_period_control",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "bank_from",
                table: "gl_register");

            migrationBuilder.DropColumn(
                name: "bank_to",
                table: "gl_register");

            migrationBuilder.DropColumn(
                name: "journal_batch_name",
                table: "gl_register");

            migrationBuilder.DropColumn(
                name: "posted_with_register_no",
                table: "gl_register");

            migrationBuilder.DropColumn(
                name: "reversed_by_register_no",
                table: "gl_register");

            migrationBuilder.DropColumn(
                name: "reverses_register_no",
                table: "gl_register");

            migrationBuilder.DropColumn(
                name: "seal_version",
                table: "gl_register");

            migrationBuilder.DropColumn(
                name: "is_prior_year",
                table: "gl_entry");

            migrationBuilder.DropColumn(
                name: "reason_code",
                table: "gl_entry");

            migrationBuilder.DropColumn(
                name: "source_currency_amount",
                table: "gl_entry");

            migrationBuilder.DropColumn(
                name: "source_currency_code",
                table: "gl_entry");

            migrationBuilder.DropColumn(
                name: "purchase_pmt_disc_credit_account",
                table: "general_posting_setup");

            migrationBuilder.DropColumn(
                name: "purchase_pmt_disc_debit_account",
                table: "general_posting_setup");

            migrationBuilder.DropColumn(
                name: "purchase_pmt_tol_credit_account",
                table: "general_posting_setup");

            migrationBuilder.DropColumn(
                name: "purchase_pmt_tol_debit_account",
                table: "general_posting_setup");

            migrationBuilder.DropColumn(
                name: "sale_pmt_disc_credit_account",
                table: "general_posting_setup");

            migrationBuilder.DropColumn(
                name: "sale_pmt_disc_debit_account",
                table: "general_posting_setup");

            migrationBuilder.DropColumn(
                name: "sale_pmt_tol_credit_account",
                table: "general_posting_setup");

            migrationBuilder.DropColumn(
                name: "sale_pmt_tol_debit_account",
                table: "general_posting_setup");
        }
    }
}
