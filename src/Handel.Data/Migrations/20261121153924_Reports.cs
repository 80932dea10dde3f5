using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_party_entry_company_no_direction_due_date",
                table: "party_entry");

            migrationBuilder.CreateTable(
                name: "account_schedule",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    use = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_schedule", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "account_schedule_line",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    schedule_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    line_no = table.Column<int>(type: "integer", nullable: false),
                    row_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    totaling = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    amount = table.Column<short>(type: "smallint", nullable: false),
                    is_opposite_sign = table.Column<bool>(type: "boolean", nullable: false),
                    indentation = table.Column<int>(type: "integer", nullable: false),
                    is_hidden = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_schedule_line", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "accounting_period",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    starting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_new_fiscal_year = table.Column<bool>(type: "boolean", nullable: false),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false),
                    is_date_locked = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounting_period", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_party_entry_open",
                table: "party_entry",
                columns: new[] { "company_no", "direction", "party_no", "due_date" },
                filter: "is_open")
                .Annotation("Npgsql:IndexInclude", new[] { "posting_date", "document_date", "currency_code", "remaining_amount", "remaining_amount_lcy" });

            migrationBuilder.CreateIndex(
                name: "ix_party_detail_posting_date",
                table: "party_detail",
                column: "posting_date")
                .Annotation("Npgsql:IndexMethod", "brin");

            migrationBuilder.CreateIndex(
                name: "ix_account_schedule_company_no_code",
                table: "account_schedule",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_schedule_line_company_no_schedule_code_line_no",
                table: "account_schedule_line",
                columns: new[] { "company_no", "schedule_code", "line_no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_accounting_period_company_no_starting_date",
                table: "accounting_period",
                columns: new[] { "company_no", "starting_date" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_schedule");

            migrationBuilder.DropTable(
                name: "account_schedule_line");

            migrationBuilder.DropTable(
                name: "accounting_period");

            migrationBuilder.DropIndex(
                name: "ix_party_entry_open",
                table: "party_entry");

            migrationBuilder.DropIndex(
                name: "ix_party_detail_posting_date",
                table: "party_detail");

            migrationBuilder.CreateIndex(
                name: "ix_party_entry_company_no_direction_due_date",
                table: "party_entry",
                columns: new[] { "company_no", "direction", "due_date" },
                filter: "is_open");
        }
    }
}
