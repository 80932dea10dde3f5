using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class Jobs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "job",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    handled_count = table.Column<long>(type: "bigint", nullable: false),
                    finding_count = table.Column<int>(type: "integer", nullable: false),
                    report = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    last_error = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    user_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    kind = table.Column<int>(type: "integer", nullable: false),
                    start_hour = table.Column<int>(type: "integer", nullable: false),
                    is_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                name: "ix_job_company_no_due_at",
                table: "job",
                columns: new[] { "company_no", "due_at" },
                filter: "status in (0, 1)");

            migrationBuilder.CreateIndex(
                name: "ix_job_schedule_company_no_kind",
                table: "job_schedule",
                columns: new[] { "company_no", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_job_schedule_company_no_next_at",
                table: "job_schedule",
                columns: new[] { "company_no", "next_at" },
                filter: "is_enabled");

            // Books that stood before are proven once after this change, and every night.
            migrationBuilder.Sql(
                """
                INSERT INTO job_schedule (company_no, id, kind, start_hour, is_enabled, next_at,
                    version, modified_at)
                SELECT company_no, gen_random_uuid(), 1, 2, true, now(), 1, now() FROM company;
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "job");

            migrationBuilder.DropTable(
                name: "job_schedule");
        }
    }
}
