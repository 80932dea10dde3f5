using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class InvoiceDiscountTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "calc_inv_disc_per_vat_id",
                table: "trade_setup",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "inv_discount_pct",
                table: "trade_document",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "invoice_disc_code",
                table: "trade_document",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "invoice_discount_tier",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    direction = table.Column<short>(type: "smallint", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    currency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    minimum_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    discount_pct = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    service_charge = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_discount_tier", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_invoice_discount_tier_company_no_direction_code_currency_co~",
                table: "invoice_discount_tier",
                columns: new[] { "company_no", "direction", "code", "currency_code", "minimum_amount" },
                unique: true);

            // CUS-13, V-03: a party's terms are its own until it names others.
            migrationBuilder.Sql(
                """
                UPDATE party SET invoice_disc_code = no WHERE invoice_disc_code = '';
                UPDATE trade_document d SET invoice_disc_code = p.invoice_disc_code
                FROM party p
                WHERE NOT d.is_posted AND p.company_no = d.company_no
                    AND p.direction = d.direction AND p.no = d.bill_to_no;
                """);

            // DSC-24, for drafts whose discount was typed.
            migrationBuilder.Sql(
                """
                UPDATE trade_document d SET inv_discount_pct = CASE
                    WHEN d.invoice_discount_kind = 1 THEN d.invoice_discount_value
                    ELSE COALESCE(round(100 * d.inv_discount_amount / NULLIF((
                        SELECT sum(l.line_amount) FROM trade_line l
                        WHERE l.company_no = d.company_no AND l.document_id = d.id
                            AND l.allow_invoice_disc), 0), 2), 0)
                    END
                WHERE NOT d.is_posted AND d.invoice_discount_kind IN (1, 2);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "invoice_discount_tier");

            migrationBuilder.DropColumn(
                name: "calc_inv_disc_per_vat_id",
                table: "trade_setup");

            migrationBuilder.DropColumn(
                name: "inv_discount_pct",
                table: "trade_document");

            migrationBuilder.DropColumn(
                name: "invoice_disc_code",
                table: "trade_document");
        }
    }
}
