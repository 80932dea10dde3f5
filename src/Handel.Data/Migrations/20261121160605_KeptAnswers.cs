using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeptAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kept_answer",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    idempotency_key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    headers = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_answer", x => new { x.company_no, x.user_id, x.idempotency_key });
                });

            migrationBuilder.CreateIndex(
                name: "ix_kept_answer_company_no_asked_at",
                table: "kept_answer",
                columns: new[] { "company_no", "asked_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kept_answer");
        }
    }
}
