using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class PostingGroupsAndDates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "allow_multiple_posting_groups",
                table: "trade_setup",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<short>(
                name: "posting_group_check",
                table: "trade_setup",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<bool>(
                name: "allow_multiple_posting_groups",
                table: "party",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "posting_group",
                table: "journal_line",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "allow_posting_from_formula",
                table: "gl_setup",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "allow_posting_to_formula",
                table: "gl_setup",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "alternative_posting_group",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    direction = table.Column<short>(type: "smallint", nullable: false),
                    posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    alternative_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alternative_posting_group", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_alternative_posting_group_company_no_direction_posting_grou~",
                table: "alternative_posting_group",
                columns: new[] { "company_no", "direction", "posting_group", "alternative_group" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alternative_posting_group");

            migrationBuilder.DropColumn(
                name: "allow_multiple_posting_groups",
                table: "trade_setup");

            migrationBuilder.DropColumn(
                name: "posting_group_check",
                table: "trade_setup");

            migrationBuilder.DropColumn(
                name: "allow_multiple_posting_groups",
                table: "party");

            migrationBuilder.DropColumn(
                name: "posting_group",
                table: "journal_line");

            migrationBuilder.DropColumn(
                name: "allow_posting_from_formula",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "allow_posting_to_formula",
                table: "gl_setup");
        }
    }
}
