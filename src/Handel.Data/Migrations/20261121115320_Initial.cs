using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "company",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    display_name = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    country_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company", x => x.company_no);
                });

            migrationBuilder.CreateTable(
                name: "company_information",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    phone = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    website = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    vat_registration_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    registration_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    bank_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    iban = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bic = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    location_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    language_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    address_city = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_contact = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_country_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    address_county = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_line1 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_line2 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_name2 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_post_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company_information", x => x.company_no);
                });

            migrationBuilder.CreateTable(
                name: "country_region",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    eu_country_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_country_region", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "currency",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    symbol = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    iso_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    iso_numeric = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    amount_rounding_precision = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    unit_amount_rounding_precision = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    amount_decimal_places = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    unit_amount_decimal_places = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    invoice_rounding_precision = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    invoice_rounding_type = table.Column<short>(type: "smallint", nullable: false),
                    application_rounding_precision = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    vat_rounding_type = table.Column<short>(type: "smallint", nullable: false),
                    max_vat_difference_allowed = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    payment_tolerance_pct = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    max_payment_tolerance_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    realized_gains_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    realized_losses_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unrealized_gains_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unrealized_losses_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    lcy_rounding_debit_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    lcy_rounding_credit_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    is_emu = table.Column<bool>(type: "boolean", nullable: false),
                    last_date_adjusted = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_currency", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "exchange_rate",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    currency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    starting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    exchange_rate_amount = table.Column<decimal>(type: "numeric(38,20)", precision: 38, scale: 20, nullable: false),
                    relational_currency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    relational_exchange_rate_amount = table.Column<decimal>(type: "numeric(38,20)", precision: 38, scale: 20, nullable: false),
                    adjustment_exchange_rate_amount = table.Column<decimal>(type: "numeric(38,20)", precision: 38, scale: 20, nullable: false),
                    relational_adjustment_exchange_rate_amount = table.Column<decimal>(type: "numeric(38,20)", precision: 38, scale: 20, nullable: false),
                    fixed_rate = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_rate", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "gen_bus_posting_group",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    def_vat_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gen_bus_posting_group", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "gen_prod_posting_group",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    def_vat_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gen_prod_posting_group", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "general_posting_setup",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    gen_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    gen_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    is_blocked = table.Column<bool>(type: "boolean", nullable: false),
                    cogs_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    cogs_account_interim = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    inventory_adjmt_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    invt_accrual_account_interim = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    direct_cost_applied_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    overhead_applied_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    purchase_variance_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    purchase_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    purchase_credit_memo_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    purchase_inv_disc_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    purchase_line_disc_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    purchase_prepayments_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sale_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sale_credit_memo_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sale_inv_disc_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sale_line_disc_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sale_prepayments_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_general_posting_setup", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "gl_account",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name_english = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    account_type = table.Column<short>(type: "smallint", nullable: false),
                    category = table.Column<short>(type: "smallint", nullable: false),
                    sub_category = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    direct_posting = table.Column<bool>(type: "boolean", nullable: false),
                    is_blocked = table.Column<bool>(type: "boolean", nullable: false),
                    totaling = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    indentation = table.Column<int>(type: "integer", nullable: false),
                    gen_posting_type = table.Column<short>(type: "smallint", nullable: false),
                    gen_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    gen_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gl_account", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "gl_day_total",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    posting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    dimension_set_id = table.Column<int>(type: "integer", nullable: false),
                    debit = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    credit = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gl_day_total", x => new { x.company_no, x.account_no, x.posting_date, x.dimension_set_id });
                });

            migrationBuilder.CreateTable(
                name: "gl_entry",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    entry_no = table.Column<int>(type: "integer", nullable: false),
                    register_no = table.Column<int>(type: "integer", nullable: false),
                    posting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    document_date = table.Column<DateOnly>(type: "date", nullable: false),
                    vat_date = table.Column<DateOnly>(type: "date", nullable: false),
                    document_type = table.Column<short>(type: "smallint", nullable: false),
                    document_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    external_document_no = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    is_correction = table.Column<bool>(type: "boolean", nullable: false),
                    gen_posting_type = table.Column<short>(type: "smallint", nullable: false),
                    gen_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    gen_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    source_type = table.Column<short>(type: "smallint", nullable: false),
                    source_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    source_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    dimension_set_id = table.Column<int>(type: "integer", nullable: false),
                    value_entry_no = table.Column<int>(type: "integer", nullable: false),
                    is_system_created = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gl_entry", x => new { x.company_no, x.entry_no });
                });

            migrationBuilder.CreateTable(
                name: "gl_register",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    register_no = table.Column<int>(type: "integer", nullable: false),
                    posted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    user_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    source_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    posting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    document_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    gl_from = table.Column<int>(type: "integer", nullable: false),
                    gl_to = table.Column<int>(type: "integer", nullable: false),
                    vat_from = table.Column<int>(type: "integer", nullable: false),
                    vat_to = table.Column<int>(type: "integer", nullable: false),
                    customer_from = table.Column<int>(type: "integer", nullable: false),
                    customer_to = table.Column<int>(type: "integer", nullable: false),
                    customer_detail_from = table.Column<int>(type: "integer", nullable: false),
                    customer_detail_to = table.Column<int>(type: "integer", nullable: false),
                    vendor_from = table.Column<int>(type: "integer", nullable: false),
                    vendor_to = table.Column<int>(type: "integer", nullable: false),
                    vendor_detail_from = table.Column<int>(type: "integer", nullable: false),
                    vendor_detail_to = table.Column<int>(type: "integer", nullable: false),
                    item_from = table.Column<int>(type: "integer", nullable: false),
                    item_to = table.Column<int>(type: "integer", nullable: false),
                    value_from = table.Column<int>(type: "integer", nullable: false),
                    value_to = table.Column<int>(type: "integer", nullable: false),
                    application_from = table.Column<int>(type: "integer", nullable: false),
                    application_to = table.Column<int>(type: "integer", nullable: false),
                    debit_total = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    checksums = table.Column<byte[]>(type: "bytea", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gl_register", x => new { x.company_no, x.register_no });
                });

            migrationBuilder.CreateTable(
                name: "gl_setup",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lcy_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    allow_posting_from = table.Column<DateOnly>(type: "date", nullable: true),
                    allow_posting_to = table.Column<DateOnly>(type: "date", nullable: true),
                    amount_rounding_precision = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    unit_amount_rounding_precision = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    inv_rounding_precision = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    inv_rounding_type = table.Column<short>(type: "smallint", nullable: false),
                    vat_rounding_type = table.Column<short>(type: "smallint", nullable: false),
                    max_vat_difference_allowed = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    vat_tolerance_pct = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    pmt_disc_excl_vat = table.Column<bool>(type: "boolean", nullable: false),
                    mark_credit_memos_as_corrections = table.Column<bool>(type: "boolean", nullable: false),
                    vat_date_is_document_date = table.Column<bool>(type: "boolean", nullable: false),
                    vat_from_sell_to = table.Column<bool>(type: "boolean", nullable: false),
                    global_dimension1_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    global_dimension2_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gl_setup", x => x.company_no);
                });

            migrationBuilder.CreateTable(
                name: "inventory_posting_group",
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
                    table.PrimaryKey("pk_inventory_posting_group", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "inventory_posting_setup",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    location_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    inventory_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    inventory_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    inventory_account_interim = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inventory_posting_setup", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "inventory_setup",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    automatic_cost_posting = table.Column<bool>(type: "boolean", nullable: false),
                    expected_cost_posting_to_gl = table.Column<bool>(type: "boolean", nullable: false),
                    prevent_negative_inventory = table.Column<bool>(type: "boolean", nullable: false),
                    location_mandatory = table.Column<bool>(type: "boolean", nullable: false),
                    item_nos = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inventory_setup", x => x.company_no);
                });

            migrationBuilder.CreateTable(
                name: "item",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    description2 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    search_description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    type = table.Column<short>(type: "smallint", nullable: false),
                    base_unit_of_measure = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    sales_unit_of_measure = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    purch_unit_of_measure = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    category_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    gtin = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_blocked = table.Column<bool>(type: "boolean", nullable: false),
                    is_sales_blocked = table.Column<bool>(type: "boolean", nullable: false),
                    is_purchasing_blocked = table.Column<bool>(type: "boolean", nullable: false),
                    unit_price = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    price_includes_vat = table.Column<bool>(type: "boolean", nullable: false),
                    unit_cost = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    standard_cost = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    last_direct_cost = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    costing_method = table.Column<short>(type: "smallint", nullable: false),
                    indirect_cost_pct = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    overhead_rate = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    inventory_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    gen_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    allow_invoice_disc = table.Column<bool>(type: "boolean", nullable: false),
                    prevent_negative_inventory = table.Column<short>(type: "smallint", nullable: false),
                    vendor_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vendor_item_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    net_weight = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    gross_weight = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    unit_volume = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    tariff_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    country_of_origin = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    shelf_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item", x => new { x.company_no, x.id });
                    table.UniqueConstraint("ak_item_company_no_no", x => new { x.company_no, x.no });
                });

            migrationBuilder.CreateTable(
                name: "item_application",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    entry_no = table.Column<int>(type: "integer", nullable: false),
                    register_no = table.Column<int>(type: "integer", nullable: false),
                    item_entry_no = table.Column<int>(type: "integer", nullable: false),
                    inbound_entry_no = table.Column<int>(type: "integer", nullable: false),
                    outbound_entry_no = table.Column<int>(type: "integer", nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    posting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    is_cost_application = table.Column<bool>(type: "boolean", nullable: false),
                    cost = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_application", x => new { x.company_no, x.entry_no });
                });

            migrationBuilder.CreateTable(
                name: "item_category",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    parent_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_category", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "item_entry",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    entry_no = table.Column<int>(type: "integer", nullable: false),
                    register_no = table.Column<int>(type: "integer", nullable: false),
                    item_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    variant_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    location_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    posting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    document_date = table.Column<DateOnly>(type: "date", nullable: false),
                    entry_type = table.Column<short>(type: "smallint", nullable: false),
                    document_type = table.Column<short>(type: "smallint", nullable: false),
                    document_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    document_line_no = table.Column<int>(type: "integer", nullable: false),
                    external_document_no = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    source_type = table.Column<short>(type: "smallint", nullable: false),
                    source_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    unit_of_measure_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    quantity_per_unit = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    is_correction = table.Column<bool>(type: "boolean", nullable: false),
                    is_drop_shipment = table.Column<bool>(type: "boolean", nullable: false),
                    applies_to_entry_no = table.Column<int>(type: "integer", nullable: false),
                    applies_from_entry_no = table.Column<int>(type: "integer", nullable: false),
                    dimension_set_id = table.Column<int>(type: "integer", nullable: false),
                    own_unit_cost = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    valuation_date = table.Column<DateOnly>(type: "date", nullable: false),
                    applied_cost = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    uninvoiced_outbounds = table.Column<int>(type: "integer", nullable: false),
                    remaining_quantity = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    invoiced_quantity = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    shipped_qty_not_returned = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    last_invoice_date = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_entry", x => new { x.company_no, x.entry_no });
                });

            migrationBuilder.CreateTable(
                name: "item_stock",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    item_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    invoiced_quantity = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    cost_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    open_outbound_quantity = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    open_outbound_cost = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    open_outbounds = table.Column<int>(type: "integer", nullable: false),
                    last_outbound_entry_no = table.Column<int>(type: "integer", nullable: false),
                    last_outbound_unit_cost = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_stock", x => new { x.company_no, x.item_no });
                });

            migrationBuilder.CreateTable(
                name: "item_variant",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_blocked = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_variant", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "ledger_state",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    setup_version = table.Column<int>(type: "integer", nullable: false),
                    register = table.Column<int>(type: "integer", nullable: false),
                    gl = table.Column<int>(type: "integer", nullable: false),
                    vat = table.Column<int>(type: "integer", nullable: false),
                    item = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<int>(type: "integer", nullable: false),
                    item_application = table.Column<int>(type: "integer", nullable: false),
                    customer = table.Column<int>(type: "integer", nullable: false),
                    customer_detail = table.Column<int>(type: "integer", nullable: false),
                    vendor = table.Column<int>(type: "integer", nullable: false),
                    vendor_detail = table.Column<int>(type: "integer", nullable: false),
                    last_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_state", x => x.company_no);
                });

            migrationBuilder.CreateTable(
                name: "location",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    phone = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    use_as_in_transit = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    address_city = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_contact = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_country_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    address_county = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_line1 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_line2 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_name2 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_post_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_location", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    default_nos = table.Column<bool>(type: "boolean", nullable: false),
                    manual_nos = table.Column<bool>(type: "boolean", nullable: false),
                    date_order = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_series", x => new { x.company_no, x.code });
                });

            migrationBuilder.CreateTable(
                name: "party",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    direction = table.Column<short>(type: "smallint", nullable: false),
                    no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    search_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_person = table.Column<bool>(type: "boolean", nullable: false),
                    phone = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    website = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    vat_registration_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    registration_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    gln = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    blocked = table.Column<short>(type: "smallint", nullable: false),
                    is_privacy_blocked = table.Column<bool>(type: "boolean", nullable: false),
                    gen_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    currency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    language_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    payment_terms_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    payment_method_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    shipment_method_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    location_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    salesperson_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    bill_to_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    invoice_disc_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    prices_include_vat = table.Column<bool>(type: "boolean", nullable: false),
                    credit_limit_lcy = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    iban = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bic = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    dimension_set_id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    address_city = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_contact = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_country_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    address_county = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_line1 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_line2 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_name2 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_post_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_party", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "party_balance",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    direction = table.Column<short>(type: "smallint", nullable: false),
                    party_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    balance_lcy = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    turnover_lcy = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_party_balance", x => new { x.company_no, x.direction, x.party_no });
                });

            migrationBuilder.CreateTable(
                name: "party_detail",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    direction = table.Column<short>(type: "smallint", nullable: false),
                    entry_no = table.Column<int>(type: "integer", nullable: false),
                    register_no = table.Column<int>(type: "integer", nullable: false),
                    party_entry_no = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<short>(type: "smallint", nullable: false),
                    party_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    posting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    document_type = table.Column<short>(type: "smallint", nullable: false),
                    document_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    currency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    amount_lcy = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    initial_due_date = table.Column<DateOnly>(type: "date", nullable: false),
                    applied_party_entry_no = table.Column<int>(type: "integer", nullable: false),
                    source_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_party_detail", x => new { x.company_no, x.direction, x.entry_no });
                });

            migrationBuilder.CreateTable(
                name: "party_entry",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    direction = table.Column<short>(type: "smallint", nullable: false),
                    entry_no = table.Column<int>(type: "integer", nullable: false),
                    register_no = table.Column<int>(type: "integer", nullable: false),
                    party_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sell_to_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    party_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    posting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    document_date = table.Column<DateOnly>(type: "date", nullable: false),
                    vat_date = table.Column<DateOnly>(type: "date", nullable: false),
                    document_type = table.Column<short>(type: "smallint", nullable: false),
                    document_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    external_document_no = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    currency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    currency_factor = table.Column<decimal>(type: "numeric(38,20)", precision: 38, scale: 20, nullable: false),
                    original_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    original_amount_lcy = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    turnover_lcy = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    profit_lcy = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    inv_discount_lcy = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    salesperson_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    payment_method_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    your_reference = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    source_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    dimension_set_id = table.Column<int>(type: "integer", nullable: false),
                    original_pmt_disc_possible = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    due_date = table.Column<DateOnly>(type: "date", nullable: false),
                    pmt_discount_date = table.Column<DateOnly>(type: "date", nullable: true),
                    remaining_pmt_disc_possible = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    on_hold = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    remaining_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    remaining_amount_lcy = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    closed_by_entry_no = table.Column<int>(type: "integer", nullable: false),
                    closed_at_date = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_party_entry", x => new { x.company_no, x.direction, x.entry_no });
                });

            migrationBuilder.CreateTable(
                name: "party_posting_group",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    direction = table.Column<short>(type: "smallint", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    control_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    service_charge_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    invoice_rounding_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    payment_disc_debit_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    payment_disc_credit_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    debit_rounding_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    credit_rounding_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_party_posting_group", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "payment_method",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bal_account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_method", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "payment_terms",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    due_date_calculation = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    discount_date_calculation = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    discount_pct = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    calc_pmt_disc_on_credit_memos = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_terms", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "salesperson_purchaser",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    phone = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_blocked = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_salesperson_purchaser", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "shipment_method",
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
                    table.PrimaryKey("pk_shipment_method", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "stock_balance",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    item_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    variant_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    location_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    cost_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_balance", x => new { x.company_no, x.item_no, x.variant_code, x.location_code });
                });

            migrationBuilder.CreateTable(
                name: "trade_document",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    direction = table.Column<short>(type: "smallint", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    is_posted = table.Column<bool>(type: "boolean", nullable: false),
                    no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    party_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    bill_to_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    phone = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    vat_registration_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_country_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    order_date = table.Column<DateOnly>(type: "date", nullable: true),
                    document_date = table.Column<DateOnly>(type: "date", nullable: true),
                    posting_date = table.Column<DateOnly>(type: "date", nullable: true),
                    vat_date = table.Column<DateOnly>(type: "date", nullable: true),
                    due_date = table.Column<DateOnly>(type: "date", nullable: true),
                    pmt_discount_date = table.Column<DateOnly>(type: "date", nullable: true),
                    payment_discount_pct = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    requested_date = table.Column<DateOnly>(type: "date", nullable: true),
                    promised_date = table.Column<DateOnly>(type: "date", nullable: true),
                    external_document_no = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    your_reference = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    party_order_no = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    party_shipment_no = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    gen_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    party_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    payment_terms_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    payment_method_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    shipment_method_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    salesperson_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    location_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    language_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    shipping_advice = table.Column<short>(type: "smallint", nullable: false),
                    currency_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    currency_factor = table.Column<decimal>(type: "numeric(38,20)", precision: 38, scale: 20, nullable: false),
                    prices_include_vat = table.Column<bool>(type: "boolean", nullable: false),
                    invoice_discount_kind = table.Column<short>(type: "smallint", nullable: false),
                    invoice_discount_value = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    is_correction = table.Column<bool>(type: "boolean", nullable: false),
                    posting_description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    dimension_set_id = table.Column<int>(type: "integer", nullable: false),
                    inv_discount_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    amount_incl_vat = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: true),
                    order_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    draft_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    party_entry_no = table.Column<int>(type: "integer", nullable: false),
                    register_no = table.Column<int>(type: "integer", nullable: false),
                    is_cancelled = table.Column<bool>(type: "boolean", nullable: false),
                    is_corrective = table.Column<bool>(type: "boolean", nullable: false),
                    no_printed = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    applies_to_document_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    applies_to_document_type = table.Column<short>(type: "smallint", nullable: false),
                    bill_to_city = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bill_to_contact = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bill_to_country_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    bill_to_county = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bill_to_line1 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bill_to_line2 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bill_to_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bill_to_name2 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bill_to_post_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    party_city = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    party_contact = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    party_country_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    party_county = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    party_line1 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    party_line2 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    party_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    party_name2 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    party_post_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ship_to_city = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ship_to_contact = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ship_to_country_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ship_to_county = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ship_to_line1 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ship_to_line2 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ship_to_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ship_to_name2 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ship_to_post_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trade_document", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "trade_setup",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    direction = table.Column<short>(type: "smallint", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    discount_posting = table.Column<short>(type: "smallint", nullable: false),
                    delivery_on_invoice = table.Column<bool>(type: "boolean", nullable: false),
                    return_delivery_on_credit_memo = table.Column<bool>(type: "boolean", nullable: false),
                    invoice_rounding = table.Column<bool>(type: "boolean", nullable: false),
                    ext_doc_no_mandatory = table.Column<bool>(type: "boolean", nullable: false),
                    allow_vat_difference = table.Column<bool>(type: "boolean", nullable: false),
                    calc_inv_discount = table.Column<bool>(type: "boolean", nullable: false),
                    default_posting_date_is_blank = table.Column<bool>(type: "boolean", nullable: false),
                    default_qty_to_deliver_is_blank = table.Column<bool>(type: "boolean", nullable: false),
                    link_doc_date_to_posting_date = table.Column<bool>(type: "boolean", nullable: false),
                    copy_line_descr_to_gl_entry = table.Column<bool>(type: "boolean", nullable: false),
                    exact_cost_reversing_mandatory = table.Column<bool>(type: "boolean", nullable: false),
                    party_nos = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    quote_nos = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    order_nos = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    invoice_nos = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    credit_memo_nos = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    blanket_order_nos = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    return_order_nos = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    posted_delivery_nos = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    posted_return_delivery_nos = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    posted_invoice_nos = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    posted_credit_memo_nos = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trade_setup", x => new { x.company_no, x.direction });
                });

            migrationBuilder.CreateTable(
                name: "unit_of_measure",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    international_standard_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    symbol = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_of_measure", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "value_entry",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    entry_no = table.Column<int>(type: "integer", nullable: false),
                    register_no = table.Column<int>(type: "integer", nullable: false),
                    item_entry_no = table.Column<int>(type: "integer", nullable: false),
                    item_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    variant_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    location_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    item_entry_type = table.Column<short>(type: "smallint", nullable: false),
                    type = table.Column<short>(type: "smallint", nullable: false),
                    posting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    valuation_date = table.Column<DateOnly>(type: "date", nullable: false),
                    document_date = table.Column<DateOnly>(type: "date", nullable: false),
                    document_type = table.Column<short>(type: "smallint", nullable: false),
                    document_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    document_line_no = table.Column<int>(type: "integer", nullable: false),
                    external_document_no = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    source_type = table.Column<short>(type: "smallint", nullable: false),
                    source_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    valued_quantity = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    item_entry_quantity = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    invoiced_quantity = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    cost_per_unit = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    cost_amount_expected = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    cost_amount_actual = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    cost_amount_non_invtbl = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    sales_amount_expected = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    sales_amount_actual = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    purchase_amount_expected = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    purchase_amount_actual = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    discount_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    is_expected_cost = table.Column<bool>(type: "boolean", nullable: false),
                    is_adjustment = table.Column<bool>(type: "boolean", nullable: false),
                    is_inventoriable = table.Column<bool>(type: "boolean", nullable: false),
                    applies_to_value_entry_no = table.Column<int>(type: "integer", nullable: false),
                    gen_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    gen_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    inventory_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    source_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    dimension_set_id = table.Column<int>(type: "integer", nullable: false),
                    cost_posted_to_gl = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    expected_cost_posted_to_gl = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_value_entry", x => new { x.company_no, x.entry_no });
                });

            migrationBuilder.CreateTable(
                name: "vat_bus_posting_group",
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
                    table.PrimaryKey("pk_vat_bus_posting_group", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "vat_entry",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    entry_no = table.Column<int>(type: "integer", nullable: false),
                    register_no = table.Column<int>(type: "integer", nullable: false),
                    gl_entry_no = table.Column<int>(type: "integer", nullable: false),
                    vat_gl_entry_no = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<short>(type: "smallint", nullable: false),
                    posting_date = table.Column<DateOnly>(type: "date", nullable: false),
                    document_date = table.Column<DateOnly>(type: "date", nullable: false),
                    vat_date = table.Column<DateOnly>(type: "date", nullable: false),
                    document_type = table.Column<short>(type: "smallint", nullable: false),
                    document_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    external_document_no = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    bill_to_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    country_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_registration_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    is_eu_third_party = table.Column<bool>(type: "boolean", nullable: false),
                    is_eu_service = table.Column<bool>(type: "boolean", nullable: false),
                    calculation_type = table.Column<short>(type: "smallint", nullable: false),
                    vat_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    gen_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    gen_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_pct = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    @base = table.Column<decimal>(name: "base", type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    base_before_pmt_disc = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    vat_difference = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    non_deductible_base = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    non_deductible_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    source_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false),
                    closed_by_entry_no = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vat_entry", x => new { x.company_no, x.entry_no });
                });

            migrationBuilder.CreateTable(
                name: "vat_posting_setup",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    vat_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    vat_identifier = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    vat_pct = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    calculation_type = table.Column<short>(type: "smallint", nullable: false),
                    sales_vat_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    purchase_vat_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reverse_charge_vat_account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    is_eu_service = table.Column<bool>(type: "boolean", nullable: false),
                    vat_clause = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    vat_clause_english = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    tax_category = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_blocked = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vat_posting_setup", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "vat_prod_posting_group",
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
                    table.PrimaryKey("pk_vat_prod_posting_group", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "item_unit",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    item_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    quantity_per_unit = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    qty_rounding_precision = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_unit", x => new { x.company_no, x.item_no, x.code });
                    table.ForeignKey(
                        name: "fk_item_unit_item_company_no_item_no",
                        columns: x => new { x.company_no, x.item_no },
                        principalTable: "item",
                        principalColumns: new[] { "company_no", "no" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "number_series_line",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    series_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    line_no = table.Column<int>(type: "integer", nullable: false),
                    starting_date = table.Column<DateOnly>(type: "date", nullable: true),
                    starting_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ending_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    warning_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    increment_by = table.Column<int>(type: "integer", nullable: false),
                    last_no_used = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    last_date_used = table.Column<DateOnly>(type: "date", nullable: true),
                    open = table.Column<bool>(type: "boolean", nullable: false),
                    implementation = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_series_line", x => new { x.company_no, x.series_code, x.line_no });
                    table.ForeignKey(
                        name: "fk_number_series_line_number_series_company_no_series_code",
                        columns: x => new { x.company_no, x.series_code },
                        principalTable: "number_series",
                        principalColumns: new[] { "company_no", "code" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "trade_line",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<short>(type: "smallint", nullable: false),
                    item_type = table.Column<short>(type: "smallint", nullable: false),
                    no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    variant_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    description2 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    location_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unit_of_measure_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    quantity_per_unit = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    quantity_base = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    qty_to_deliver = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    qty_to_invoice = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    qty_delivered = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    qty_delivered_base = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    qty_invoiced = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    qty_invoiced_base = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    unit_price = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    unit_cost_lcy = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    line_discount_pct = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    line_discount_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    line_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    allow_invoice_disc = table.Column<bool>(type: "boolean", nullable: false),
                    inv_discount_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    inv_discount_invoiced = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    amount_incl_vat = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    vat_base_amount = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    vat_difference = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    vat_pct = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    vat_identifier = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    vat_calculation_type = table.Column<short>(type: "smallint", nullable: false),
                    gen_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    gen_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_bus_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vat_prod_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    inventory_posting_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    indirect_cost_pct = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    overhead_rate = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    delivery_date = table.Column<DateOnly>(type: "date", nullable: true),
                    requested_date = table.Column<DateOnly>(type: "date", nullable: true),
                    promised_date = table.Column<DateOnly>(type: "date", nullable: true),
                    dimension_set_id = table.Column<int>(type: "integer", nullable: false),
                    is_system_line = table.Column<bool>(type: "boolean", nullable: false),
                    applies_to_item_entry_no = table.Column<int>(type: "integer", nullable: false),
                    applies_from_item_entry_no = table.Column<int>(type: "integer", nullable: false),
                    item_entry_no = table.Column<int>(type: "integer", nullable: false),
                    order_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    order_line_no = table.Column<int>(type: "integer", nullable: false),
                    delivery_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    delivery_line_no = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trade_line", x => new { x.company_no, x.document_id, x.line_no });
                    table.ForeignKey(
                        name: "fk_trade_line_trade_document_company_no_document_id",
                        columns: x => new { x.company_no, x.document_id },
                        principalTable: "trade_document",
                        principalColumns: new[] { "company_no", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_company_id",
                table: "company",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_company_name",
                table: "company",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_country_region_company_no_code",
                table: "country_region",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_currency_company_no_code",
                table: "currency",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_exchange_rate_company_no_currency_code_starting_date",
                table: "exchange_rate",
                columns: new[] { "company_no", "currency_code", "starting_date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_gen_bus_posting_group_company_no_code",
                table: "gen_bus_posting_group",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_gen_prod_posting_group_company_no_code",
                table: "gen_prod_posting_group",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_general_posting_setup_company_no_gen_bus_posting_group_gen_~",
                table: "general_posting_setup",
                columns: new[] { "company_no", "gen_bus_posting_group", "gen_prod_posting_group" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_gl_account_company_no_no",
                table: "gl_account",
                columns: new[] { "company_no", "no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_gl_entry_company_no_account_no_posting_date_entry_no",
                table: "gl_entry",
                columns: new[] { "company_no", "account_no", "posting_date", "entry_no" });

            migrationBuilder.CreateIndex(
                name: "ix_gl_entry_company_no_document_no",
                table: "gl_entry",
                columns: new[] { "company_no", "document_no" });

            migrationBuilder.CreateIndex(
                name: "ix_inventory_posting_group_company_no_code",
                table: "inventory_posting_group",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inventory_posting_setup_company_no_location_code_inventory_~",
                table: "inventory_posting_setup",
                columns: new[] { "company_no", "location_code", "inventory_posting_group" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_item_company_no_no",
                table: "item",
                columns: new[] { "company_no", "no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_item_company_no_search_description",
                table: "item",
                columns: new[] { "company_no", "search_description" });

            migrationBuilder.CreateIndex(
                name: "ix_item_application_company_no_inbound_entry_no",
                table: "item_application",
                columns: new[] { "company_no", "inbound_entry_no" });

            migrationBuilder.CreateIndex(
                name: "ix_item_application_company_no_outbound_entry_no",
                table: "item_application",
                columns: new[] { "company_no", "outbound_entry_no" });

            migrationBuilder.CreateIndex(
                name: "ix_item_category_company_no_code",
                table: "item_category",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_item_entry_company_no_applies_from_entry_no",
                table: "item_entry",
                columns: new[] { "company_no", "applies_from_entry_no" },
                filter: "applies_from_entry_no <> 0");

            migrationBuilder.CreateIndex(
                name: "ix_item_entry_company_no_document_no",
                table: "item_entry",
                columns: new[] { "company_no", "document_no" });

            migrationBuilder.CreateIndex(
                name: "ix_item_entry_company_no_item_no_posting_date",
                table: "item_entry",
                columns: new[] { "company_no", "item_no", "posting_date" });

            migrationBuilder.CreateIndex(
                name: "ix_item_entry_open",
                table: "item_entry",
                columns: new[] { "company_no", "item_no", "variant_code", "location_code" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_item_variant_company_no_item_no_code",
                table: "item_variant",
                columns: new[] { "company_no", "item_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_location_company_no_code",
                table: "location",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_number_series_company_no_id",
                table: "number_series",
                columns: new[] { "company_no", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_party_company_no_direction_no",
                table: "party",
                columns: new[] { "company_no", "direction", "no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_party_company_no_direction_search_name",
                table: "party",
                columns: new[] { "company_no", "direction", "search_name" });

            migrationBuilder.CreateIndex(
                name: "ix_party_detail_company_no_direction_party_entry_no",
                table: "party_detail",
                columns: new[] { "company_no", "direction", "party_entry_no" });

            migrationBuilder.CreateIndex(
                name: "ix_party_entry_company_no_direction_due_date",
                table: "party_entry",
                columns: new[] { "company_no", "direction", "due_date" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_party_entry_company_no_direction_party_no_external_document~",
                table: "party_entry",
                columns: new[] { "company_no", "direction", "party_no", "external_document_no" },
                filter: "external_document_no <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_party_entry_company_no_direction_party_no_posting_date",
                table: "party_entry",
                columns: new[] { "company_no", "direction", "party_no", "posting_date" });

            migrationBuilder.CreateIndex(
                name: "ix_party_entry_company_no_document_no",
                table: "party_entry",
                columns: new[] { "company_no", "document_no" });

            migrationBuilder.CreateIndex(
                name: "ix_party_posting_group_company_no_direction_code",
                table: "party_posting_group",
                columns: new[] { "company_no", "direction", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payment_method_company_no_code",
                table: "payment_method",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payment_terms_company_no_code",
                table: "payment_terms",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_salesperson_purchaser_company_no_code",
                table: "salesperson_purchaser",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_shipment_method_company_no_code",
                table: "shipment_method",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_trade_document_company_no_direction_kind_is_posted_no",
                table: "trade_document",
                columns: new[] { "company_no", "direction", "kind", "is_posted", "no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_trade_document_company_no_direction_kind_party_no",
                table: "trade_document",
                columns: new[] { "company_no", "direction", "kind", "party_no" });

            migrationBuilder.CreateIndex(
                name: "ix_trade_document_company_no_order_no",
                table: "trade_document",
                columns: new[] { "company_no", "order_no" },
                filter: "order_no <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_trade_line_company_no_id",
                table: "trade_line",
                columns: new[] { "company_no", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_trade_line_company_no_no",
                table: "trade_line",
                columns: new[] { "company_no", "no" },
                filter: "type = 2");

            migrationBuilder.CreateIndex(
                name: "ix_trade_line_company_no_order_no_order_line_no",
                table: "trade_line",
                columns: new[] { "company_no", "order_no", "order_line_no" },
                filter: "order_no <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_unit_of_measure_company_no_code",
                table: "unit_of_measure",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_value_entry_company_no_document_no",
                table: "value_entry",
                columns: new[] { "company_no", "document_no" });

            migrationBuilder.CreateIndex(
                name: "ix_value_entry_company_no_item_entry_no",
                table: "value_entry",
                columns: new[] { "company_no", "item_entry_no" });

            migrationBuilder.CreateIndex(
                name: "ix_vat_bus_posting_group_company_no_code",
                table: "vat_bus_posting_group",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vat_entry_company_no_document_no",
                table: "vat_entry",
                columns: new[] { "company_no", "document_no" });

            migrationBuilder.CreateIndex(
                name: "ix_vat_entry_company_no_vat_date",
                table: "vat_entry",
                columns: new[] { "company_no", "vat_date" });

            migrationBuilder.CreateIndex(
                name: "ix_vat_posting_setup_company_no_vat_bus_posting_group_vat_prod~",
                table: "vat_posting_setup",
                columns: new[] { "company_no", "vat_bus_posting_group", "vat_prod_posting_group" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vat_prod_posting_group_company_no_code",
                table: "vat_prod_posting_group",
                columns: new[] { "company_no", "code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "company");

            migrationBuilder.DropTable(
                name: "company_information");

            migrationBuilder.DropTable(
                name: "country_region");

            migrationBuilder.DropTable(
                name: "currency");

            migrationBuilder.DropTable(
                name: "exchange_rate");

            migrationBuilder.DropTable(
                name: "gen_bus_posting_group");

            migrationBuilder.DropTable(
                name: "gen_prod_posting_group");

            migrationBuilder.DropTable(
                name: "general_posting_setup");

            migrationBuilder.DropTable(
                name: "gl_account");

            migrationBuilder.DropTable(
                name: "gl_day_total");

            migrationBuilder.DropTable(
                name: "gl_entry");

            migrationBuilder.DropTable(
                name: "gl_register");

            migrationBuilder.DropTable(
                name: "gl_setup");

            migrationBuilder.DropTable(
                name: "inventory_posting_group");

            migrationBuilder.DropTable(
                name: "inventory_posting_setup");

            migrationBuilder.DropTable(
                name: "inventory_setup");

            migrationBuilder.DropTable(
                name: "item_application");

            migrationBuilder.DropTable(
                name: "item_category");

            migrationBuilder.DropTable(
                name: "item_entry");

            migrationBuilder.DropTable(
                name: "item_stock");

            migrationBuilder.DropTable(
                name: "item_unit");

            migrationBuilder.DropTable(
                name: "item_variant");

            migrationBuilder.DropTable(
                name: "ledger_state");

            migrationBuilder.DropTable(
                name: "location");

            migrationBuilder.DropTable(
                name: "number_series_line");

            migrationBuilder.DropTable(
                name: "party");

            migrationBuilder.DropTable(
                name: "party_balance");

            migrationBuilder.DropTable(
                name: "party_detail");

            migrationBuilder.DropTable(
                name: "party_entry");

            migrationBuilder.DropTable(
                name: "party_posting_group");

            migrationBuilder.DropTable(
                name: "payment_method");

            migrationBuilder.DropTable(
                name: "payment_terms");

            migrationBuilder.DropTable(
                name: "salesperson_purchaser");

            migrationBuilder.DropTable(
                name: "shipment_method");

            migrationBuilder.DropTable(
                name: "stock_balance");

            migrationBuilder.DropTable(
                name: "trade_line");

            migrationBuilder.DropTable(
                name: "trade_setup");

            migrationBuilder.DropTable(
                name: "unit_of_measure");

            migrationBuilder.DropTable(
                name: "value_entry");

            migrationBuilder.DropTable(
                name: "vat_bus_posting_group");

            migrationBuilder.DropTable(
                name: "vat_entry");

            migrationBuilder.DropTable(
                name: "vat_posting_setup");

            migrationBuilder.DropTable(
                name: "vat_prod_posting_group");

            migrationBuilder.DropTable(
                name: "item");

            migrationBuilder.DropTable(
                name: "number_series");

            migrationBuilder.DropTable(
                name: "trade_document");
        }
    }
}
