using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class Journals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "recipient_bank_account",
                table: "journal_line",
                type: "character varying(50)",
                maxLength: 50,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(20)",
                oldMaxLength: 20);

            migrationBuilder.AlterColumn<string>(
                name: "payment_reference",
                table: "journal_line",
                type: "character varying(50)",
                maxLength: 50,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(100)",
                oldMaxLength: 100);

            migrationBuilder.AlterColumn<string>(
                name: "message_to_recipient",
                table: "journal_line",
                type: "character varying(140)",
                maxLength: 140,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(100)",
                oldMaxLength: 100);

            migrationBuilder.AlterColumn<string>(
                name: "comment",
                table: "journal_line",
                type: "character varying(250)",
                maxLength: 250,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(100)",
                oldMaxLength: 100);

            migrationBuilder.CreateTable(
                name: "journal_allocation",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    pct = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    dimension_set_id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
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
                    table.PrimaryKey("pk_journal_allocation", x => new { x.company_no, x.line_id, x.line_no });
                });

            migrationBuilder.CreateTable(
                name: "posted_journal",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    template_id = table.Column<Guid>(type: "uuid", nullable: false),
                    template_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    batch_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    register_no = table.Column<int>(type: "integer", nullable: false),
                    user_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    posted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_posted_journal", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "reason_code",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reason_code", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "source_code",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_code", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "standard_journal",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    template_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standard_journal", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_journal_line_company_no_batch_id_document_no",
                table: "journal_line",
                columns: new[] { "company_no", "batch_id", "document_no" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_allocation_company_no_id",
                table: "journal_allocation",
                columns: new[] { "company_no", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_posted_journal_company_no_register_no",
                table: "posted_journal",
                columns: new[] { "company_no", "register_no" });

            migrationBuilder.CreateIndex(
                name: "ix_reason_code_company_no_code",
                table: "reason_code",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_source_code_company_no_code",
                table: "source_code",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_standard_journal_company_no_template_id_code",
                table: "standard_journal",
                columns: new[] { "company_no", "template_id", "code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "journal_allocation");

            migrationBuilder.DropTable(
                name: "posted_journal");

            migrationBuilder.DropTable(
                name: "reason_code");

            migrationBuilder.DropTable(
                name: "source_code");

            migrationBuilder.DropTable(
                name: "standard_journal");

            migrationBuilder.DropIndex(
                name: "ix_journal_line_company_no_batch_id_document_no",
                table: "journal_line");

            migrationBuilder.AlterColumn<string>(
                name: "recipient_bank_account",
                table: "journal_line",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(50)",
                oldMaxLength: 50);

            migrationBuilder.AlterColumn<string>(
                name: "payment_reference",
                table: "journal_line",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(50)",
                oldMaxLength: 50);

            migrationBuilder.AlterColumn<string>(
                name: "message_to_recipient",
                table: "journal_line",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(140)",
                oldMaxLength: 140);

            migrationBuilder.AlterColumn<string>(
                name: "comment",
                table: "journal_line",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(250)",
                oldMaxLength: 250);
        }
    }
}
