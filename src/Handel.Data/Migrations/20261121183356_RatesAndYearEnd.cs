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
            migrationBuilder.DropTable(
                name: "job");

            migrationBuilder.DropTable(
                name: "job_schedule");

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

            migrationBuilder.CreateTable(
                name: "job",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finding_count = table.Column<int>(type: "integer", nullable: false),
                    handled_count = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    report = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: false),
                    taken_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    user_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "job_schedule",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    start_hour = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_schedule", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_job_company_no_kind_ended_at",
                table: "job",
                columns: new[] { "company_no", "kind", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_job_due_at",
                table: "job",
                column: "due_at",
                filter: "status in (0, 1)");

            migrationBuilder.CreateIndex(
                name: "ix_job_schedule_company_no_kind",
                table: "job_schedule",
                columns: new[] { "company_no", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_job_schedule_next_at",
                table: "job_schedule",
                column: "next_at",
                filter: "is_enabled");
        }
    }
}
