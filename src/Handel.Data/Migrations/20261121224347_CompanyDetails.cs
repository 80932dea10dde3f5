using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class CompanyDetails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "allow_blank_payment_info",
                table: "company_information",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "bank_account_no",
                table: "company_information",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "bank_branch_no",
                table: "company_information",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "eori_no",
                table: "company_information",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "gln",
                table: "company_information",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "industrial_classification",
                table: "company_information",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ship_to_city",
                table: "company_information",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ship_to_contact",
                table: "company_information",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ship_to_country_code",
                table: "company_information",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ship_to_county",
                table: "company_information",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ship_to_line1",
                table: "company_information",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ship_to_line2",
                table: "company_information",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ship_to_name",
                table: "company_information",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ship_to_name2",
                table: "company_information",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ship_to_post_code",
                table: "company_information",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "allow_blank_payment_info",
                table: "company_information");

            migrationBuilder.DropColumn(
                name: "bank_account_no",
                table: "company_information");

            migrationBuilder.DropColumn(
                name: "bank_branch_no",
                table: "company_information");

            migrationBuilder.DropColumn(
                name: "eori_no",
                table: "company_information");

            migrationBuilder.DropColumn(
                name: "gln",
                table: "company_information");

            migrationBuilder.DropColumn(
                name: "industrial_classification",
                table: "company_information");

            migrationBuilder.DropColumn(
                name: "ship_to_city",
                table: "company_information");

            migrationBuilder.DropColumn(
                name: "ship_to_contact",
                table: "company_information");

            migrationBuilder.DropColumn(
                name: "ship_to_country_code",
                table: "company_information");

            migrationBuilder.DropColumn(
                name: "ship_to_county",
                table: "company_information");

            migrationBuilder.DropColumn(
                name: "ship_to_line1",
                table: "company_information");

            migrationBuilder.DropColumn(
                name: "ship_to_line2",
                table: "company_information");

            migrationBuilder.DropColumn(
                name: "ship_to_name",
                table: "company_information");

            migrationBuilder.DropColumn(
                name: "ship_to_name2",
                table: "company_information");

            migrationBuilder.DropColumn(
                name: "ship_to_post_code",
                table: "company_information");
        }
    }
}
