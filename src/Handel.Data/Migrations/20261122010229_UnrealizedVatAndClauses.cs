using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class UnrealizedVatAndClauses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "purchase_vat_unreal_account",
                table: "vat_posting_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "reverse_charge_vat_unreal_account",
                table: "vat_posting_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "sales_vat_unreal_account",
                table: "vat_posting_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<short>(
                name: "unrealized_vat_type",
                table: "vat_posting_setup",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<string>(
                name: "vat_clause_code",
                table: "vat_posting_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<decimal>(
                name: "remaining_unrealized_amount",
                table: "vat_entry",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "remaining_unrealized_base",
                table: "vat_entry",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "unrealized_amount",
                table: "vat_entry",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "unrealized_base",
                table: "vat_entry",
                type: "numeric(23,5)",
                precision: 23,
                scale: 5,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<int>(
                name: "unrealized_vat_entry_no",
                table: "vat_entry",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<short>(
                name: "unrealized_vat_type",
                table: "vat_entry",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<bool>(
                name: "unrealized_vat",
                table: "gl_setup",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "vat_clause",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    description2 = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vat_clause", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "vat_clause_text",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    clause_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    language_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    document = table.Column<short>(type: "smallint", nullable: false),
                    description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    description2 = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vat_clause_text", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_vat_clause_company_no_code",
                table: "vat_clause",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vat_clause_text_company_no_clause_code_language_code_docume~",
                table: "vat_clause_text",
                columns: new[] { "company_no", "clause_code", "language_code", "document" },
                unique: true);

            // Each pair of sentences becomes a clause: English for all, Dutch for who reads it.
            migrationBuilder.Sql(
                """
                CREATE TEMPORARY TABLE clause_of ON COMMIT DROP AS
                SELECT company_no, vat_clause, vat_clause_english,
                    'T' || row_number() OVER (PARTITION BY company_no
                        ORDER BY min(vat_bus_posting_group || ' ' || vat_prod_posting_group))
                        AS code
                FROM vat_posting_setup WHERE vat_clause <> '' OR vat_clause_english <> ''
                GROUP BY company_no, vat_clause, vat_clause_english;
                INSERT INTO vat_clause
                    (company_no, id, code, description, description2, version, modified_at)
                SELECT company_no, gen_random_uuid(), code,
                    coalesce(nullif(vat_clause_english, ''), vat_clause), '', 1, now()
                FROM clause_of;
                INSERT INTO vat_clause_text (company_no, id, clause_code, language_code, document,
                    description, description2, version, modified_at)
                SELECT company_no, gen_random_uuid(), code, 'nl', 0, vat_clause, '', 1, now()
                FROM clause_of WHERE vat_clause <> '' AND vat_clause_english <> '';
                UPDATE vat_posting_setup s SET vat_clause_code = c.code FROM clause_of c
                WHERE c.company_no = s.company_no AND c.vat_clause = s.vat_clause
                    AND c.vat_clause_english = s.vat_clause_english;
                """
            );

            migrationBuilder.DropColumn(
                name: "vat_clause",
                table: "vat_posting_setup");

            migrationBuilder.DropColumn(
                name: "vat_clause_english",
                table: "vat_posting_setup");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "vat_clause");

            migrationBuilder.DropTable(
                name: "vat_clause_text");

            migrationBuilder.DropColumn(
                name: "purchase_vat_unreal_account",
                table: "vat_posting_setup");

            migrationBuilder.DropColumn(
                name: "reverse_charge_vat_unreal_account",
                table: "vat_posting_setup");

            migrationBuilder.DropColumn(
                name: "sales_vat_unreal_account",
                table: "vat_posting_setup");

            migrationBuilder.DropColumn(
                name: "unrealized_vat_type",
                table: "vat_posting_setup");

            migrationBuilder.DropColumn(
                name: "vat_clause_code",
                table: "vat_posting_setup");

            migrationBuilder.DropColumn(
                name: "remaining_unrealized_amount",
                table: "vat_entry");

            migrationBuilder.DropColumn(
                name: "remaining_unrealized_base",
                table: "vat_entry");

            migrationBuilder.DropColumn(
                name: "unrealized_amount",
                table: "vat_entry");

            migrationBuilder.DropColumn(
                name: "unrealized_base",
                table: "vat_entry");

            migrationBuilder.DropColumn(
                name: "unrealized_vat_entry_no",
                table: "vat_entry");

            migrationBuilder.DropColumn(
                name: "unrealized_vat_type",
                table: "vat_entry");

            migrationBuilder.DropColumn(
                name: "unrealized_vat",
                table: "gl_setup");

            migrationBuilder.AddColumn<string>(
                name: "vat_clause",
                table: "vat_posting_setup",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "vat_clause_english",
                table: "vat_posting_setup",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");
        }
    }
}
