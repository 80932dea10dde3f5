using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class Vat : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_vat_entry_company_no_vat_date",
                table: "vat_entry");

            migrationBuilder.AddColumn<string>(
                name: "purchase_vat_reporting_code",
                table: "vat_posting_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "sale_vat_reporting_code",
                table: "vat_posting_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "is_reported_eu_third_party",
                table: "vat_entry",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "reported_country_code",
                table: "vat_entry",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "reported_date",
                table: "vat_entry",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "reported_vat_registration_no",
                table: "vat_entry",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<decimal>(
                name: "vat_base_discount_pct",
                table: "vat_entry",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "non_deductible_vat_pct",
                table: "trade_line",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<bool>(
                name: "is_eu_third_party",
                table: "trade_document",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "vat_base_discount_pct",
                table: "trade_document",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "vat_correction",
                table: "ledger_state",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "increment_batch_name",
                table: "journal_template",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "inv_discount_lcy",
                table: "journal_line",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<bool>(
                name: "is_exported_to_payment_file",
                table: "journal_line",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "payment_reference",
                table: "journal_line",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<decimal>(
                name: "profit_lcy",
                table: "journal_line",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "recipient_bank_account",
                table: "journal_line",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<decimal>(
                name: "turnover_lcy",
                table: "journal_line",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<bool>(
                name: "allow_vat_difference",
                table: "journal_batch",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "copy_to_posted_lines",
                table: "journal_batch",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "copy_vat_setup",
                table: "journal_batch",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "use_non_deductible_vat_for_item_cost",
                table: "gl_setup",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "vat_correction_from",
                table: "gl_register",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "vat_correction_to",
                table: "gl_register",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "vat_correction",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    entry_no = table.Column<int>(type: "integer", nullable: false),
                    register_no = table.Column<int>(type: "integer", nullable: false),
                    corrected_register_no = table.Column<int>(type: "integer", nullable: false),
                    posting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    document_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_date_before = table.Column<DateOnly>(type: "date", nullable: false),
                    vat_date = table.Column<DateOnly>(type: "date", nullable: false),
                    country_code_before = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    country_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_registration_no_before = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_registration_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    is_eu_third_party_before = table.Column<bool>(type: "boolean", nullable: false),
                    is_eu_third_party = table.Column<bool>(type: "boolean", nullable: false),
                    source_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vat_correction", x => new { x.company_no, x.entry_no });
                });

            migrationBuilder.CreateTable(
                name: "vat_rate",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    vat_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_identifier = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    starting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    vat_pct = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vat_rate", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "vat_return_period",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    starting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    ending_date = table.Column<DateOnly>(type: "date", nullable: false),
                    due_date = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    statement_template_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    statement_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    settlement_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    settlement_posting_date = table.Column<DateOnly>(type: "date", nullable: true),
                    settlement_document_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vat_return_period", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "vat_statement_line",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    template_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    statement_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    line_no = table.Column<int>(type: "integer", nullable: false),
                    row_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    box_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    type = table.Column<short>(type: "smallint", nullable: false),
                    account_totaling = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    gen_posting_type = table.Column<short>(type: "smallint", nullable: false),
                    vat_bus_filter = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    vat_prod_filter = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    amount_type = table.Column<short>(type: "smallint", nullable: false),
                    eu_third_party = table.Column<short>(type: "smallint", nullable: false),
                    row_totaling = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    calculate_opposite = table.Column<bool>(type: "boolean", nullable: false),
                    print_opposite = table.Column<bool>(type: "boolean", nullable: false),
                    print = table.Column<bool>(type: "boolean", nullable: false),
                    new_page = table.Column<bool>(type: "boolean", nullable: false),
                    rounding = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vat_statement_line", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "vat_statement_name",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    template_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    eu_sales_box_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vat_statement_name", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "vat_statement_template",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vat_statement_template", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_vat_entry_company_no_reported_date",
                table: "vat_entry",
                columns: new[] { "company_no", "reported_date" });

            migrationBuilder.CreateIndex(
                name: "ix_party_company_no_vat_registration_no",
                table: "party",
                columns: new[] { "company_no", "vat_registration_no" },
                filter: "vat_registration_no <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_vat_correction_company_no_corrected_register_no",
                table: "vat_correction",
                columns: new[] { "company_no", "corrected_register_no" });

            migrationBuilder.CreateIndex(
                name: "ix_vat_rate_company_no_vat_bus_posting_group_vat_identifier_st~",
                table: "vat_rate",
                columns: new[] { "company_no", "vat_bus_posting_group", "vat_identifier", "starting_date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vat_return_period_company_no_starting_date",
                table: "vat_return_period",
                columns: new[] { "company_no", "starting_date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vat_statement_line_company_no_template_name_statement_name_~",
                table: "vat_statement_line",
                columns: new[] { "company_no", "template_name", "statement_name", "line_no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vat_statement_name_company_no_template_name_name",
                table: "vat_statement_name",
                columns: new[] { "company_no", "template_name", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vat_statement_template_company_no_name",
                table: "vat_statement_template",
                columns: new[] { "company_no", "name" },
                unique: true);

            // What stands in the books reports what it was posted with. A register without entries
            // of a ledger has a range that ends before it begins.
            migrationBuilder.Sql(
                """
                UPDATE vat_entry SET reported_date = vat_date, reported_country_code = country_code,
                    reported_vat_registration_no = vat_registration_no,
                    is_reported_eu_third_party = is_eu_third_party;
                UPDATE gl_register SET vat_correction_from = 1;
                UPDATE gl_register SET bank_from = 1 WHERE bank_from = 0;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "vat_correction");

            migrationBuilder.DropTable(
                name: "vat_rate");

            migrationBuilder.DropTable(
                name: "vat_return_period");

            migrationBuilder.DropTable(
                name: "vat_statement_line");

            migrationBuilder.DropTable(
                name: "vat_statement_name");

            migrationBuilder.DropTable(
                name: "vat_statement_template");

            migrationBuilder.DropIndex(
                name: "ix_vat_entry_company_no_reported_date",
                table: "vat_entry");

            migrationBuilder.DropIndex(
                name: "ix_party_company_no_vat_registration_no",
                table: "party");

            migrationBuilder.DropColumn(
                name: "purchase_vat_reporting_code",
                table: "vat_posting_setup");

            migrationBuilder.DropColumn(
                name: "sale_vat_reporting_code",
                table: "vat_posting_setup");

            migrationBuilder.DropColumn(
                name: "is_reported_eu_third_party",
                table: "vat_entry");

            migrationBuilder.DropColumn(
                name: "reported_country_code",
                table: "vat_entry");

            migrationBuilder.DropColumn(
                name: "reported_date",
                table: "vat_entry");

            migrationBuilder.DropColumn(
                name: "reported_vat_registration_no",
                table: "vat_entry");

            migrationBuilder.DropColumn(
                name: "vat_base_discount_pct",
                table: "vat_entry");

            migrationBuilder.DropColumn(
                name: "non_deductible_vat_pct",
                table: "trade_line");

            migrationBuilder.DropColumn(
                name: "is_eu_third_party",
                table: "trade_document");

            migrationBuilder.DropColumn(
                name: "vat_base_discount_pct",
                table: "trade_document");

            migrationBuilder.DropColumn(
                name: "vat_correction",
                table: "ledger_state");

            migrationBuilder.DropColumn(
                name: "increment_batch_name",
                table: "journal_template");

            migrationBuilder.DropColumn(
                name: "inv_discount_lcy",
                table: "journal_line");

            migrationBuilder.DropColumn(
                name: "is_exported_to_payment_file",
                table: "journal_line");

            migrationBuilder.DropColumn(
                name: "payment_reference",
                table: "journal_line");

            migrationBuilder.DropColumn(
                name: "profit_lcy",
                table: "journal_line");

            migrationBuilder.DropColumn(
                name: "recipient_bank_account",
                table: "journal_line");

            migrationBuilder.DropColumn(
                name: "turnover_lcy",
                table: "journal_line");

            migrationBuilder.DropColumn(
                name: "allow_vat_difference",
                table: "journal_batch");

            migrationBuilder.DropColumn(
                name: "copy_to_posted_lines",
                table: "journal_batch");

            migrationBuilder.DropColumn(
                name: "copy_vat_setup",
                table: "journal_batch");

            migrationBuilder.DropColumn(
                name: "use_non_deductible_vat_for_item_cost",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "vat_correction_from",
                table: "gl_register");

            migrationBuilder.DropColumn(
                name: "vat_correction_to",
                table: "gl_register");

            migrationBuilder.CreateIndex(
                name: "ix_vat_entry_company_no_vat_date",
                table: "vat_entry",
                columns: new[] { "company_no", "vat_date" });
        }
    }
}
