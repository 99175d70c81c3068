namespace Numerai.Data.Panels;

/// <summary>The words for what is told about a panel.</summary>
public static class PanelOddityKinds
{
    public const string Closing = "closing";
    public const string ThinDayDropped = "thin_day_dropped";
    public const string ThinDayKept = "thin_day_kept";
    public const string WeekendDay = "weekend_day";
    public const string UnadjustedClose = "unadjusted_close";
    public const string UnadjustedSplit = "unadjusted_split";
    public const string SharesForMoney = "shares_for_money";
    public const string StalePrice = "stale_price";
    public const string SameSecurity = "same_security";
    public const string Delisted = "delisted";
    public const string PriceGap = "price_gap";
    public const string NoSector = "no_sector";
}
