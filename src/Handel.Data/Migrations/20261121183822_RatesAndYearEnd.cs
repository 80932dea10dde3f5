using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class RatesAndYearEnd : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_closing",
                table: "gl_entry",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "number_series_relationship",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    series_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    related_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_series_relationship", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "rate_adjustment_entry",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    register_no = table.Column<int>(type: "integer", nullable: false),
                    line_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ending_date = table.Column<DateOnly>(type: "date", nullable: false),
                    posting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    account_type = table.Column<short>(type: "smallint", nullable: false),
                    posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    currency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    currency_factor = table.Column<decimal>(type: "numeric(38,20)", precision: 38, scale: 20, nullable: false),
                    base_lcy = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    adjusted_base_lcy = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    gain_lcy = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    loss_lcy = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rate_adjustment_entry", x => new { x.company_no, x.register_no, x.line_no });
                });

            migrationBuilder.CreateIndex(
                name: "ix_gl_entry_closing",
                table: "gl_entry",
                columns: new[] { "company_no", "posting_date" },
                filter: "is_closing");

            migrationBuilder.CreateIndex(
                name: "ix_number_series_relationship_company_no_series_code_related_c~",
                table: "number_series_relationship",
                columns: new[] { "company_no", "series_code", "related_code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "number_series_relationship");

            migrationBuilder.DropTable(
                name: "rate_adjustment_entry");

            migrationBuilder.DropIndex(
                name: "ix_gl_entry_closing",
                table: "gl_entry");

            migrationBuilder.DropColumn(
                name: "is_closing",
                table: "gl_entry");
        }
    }
}
