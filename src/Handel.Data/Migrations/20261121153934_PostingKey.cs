using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class PostingKey : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "posting_key",
                table: "gl_register",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_gl_register_company_no_posting_key",
                table: "gl_register",
                columns: new[] { "company_no", "posting_key" },
                unique: true,
                filter: "posting_key IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_gl_register_company_no_posting_key",
                table: "gl_register");

            migrationBuilder.DropColumn(
                name: "posting_key",
                table: "gl_register");
        }
    }
}
