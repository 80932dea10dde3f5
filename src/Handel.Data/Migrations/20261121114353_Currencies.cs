using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class Currencies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "currency",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    symbol = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    iso_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    iso_numeric = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    amount_rounding_precision = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    unit_amount_rounding_precision = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    amount_decimal_places = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    unit_amount_decimal_places = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    invoice_rounding_precision = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    invoice_rounding_type = table.Column<short>(type: "smallint", nullable: false),
                    application_rounding_precision = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    vat_rounding_type = table.Column<short>(type: "smallint", nullable: false),
                    max_vat_difference_allowed = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    payment_tolerance_pct = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    max_payment_tolerance_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    realized_gains_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    realized_losses_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unrealized_gains_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unrealized_losses_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    lcy_rounding_debit_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    lcy_rounding_credit_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    is_emu = table.Column<bool>(type: "boolean", nullable: false),
                    last_date_adjusted = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_currency", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "exchange_rate",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    currency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    starting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    exchange_rate_amount = table.Column<decimal>(type: "numeric(38,20)", precision: 38, scale: 20, nullable: false),
                    relational_currency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    relational_exchange_rate_amount = table.Column<decimal>(type: "numeric(38,20)", precision: 38, scale: 20, nullable: false),
                    adjustment_exchange_rate_amount = table.Column<decimal>(type: "numeric(38,20)", precision: 38, scale: 20, nullable: false),
                    relational_adjustment_exchange_rate_amount = table.Column<decimal>(type: "numeric(38,20)", precision: 38, scale: 20, nullable: false),
                    fixed_rate = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_rate", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_currency_company_no_code",
                table: "currency",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_exchange_rate_company_no_currency_code_starting_date",
                table: "exchange_rate",
                columns: new[] { "company_no", "currency_code", "starting_date" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "currency");

            migrationBuilder.DropTable(
                name: "exchange_rate");
        }
    }
}
