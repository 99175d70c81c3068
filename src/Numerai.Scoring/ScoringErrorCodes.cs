namespace Numerai.Scoring;

/// <summary>The stable codes a <see cref="ScoringException"/> carries.</summary>
public static class ScoringErrorCodes
{
    /// <summary>Fewer of the first argument's rows than allowed are shared with the second.</summary>
    public const string NotEnoughOverlapFirst = "not_enough_overlap_s1";

    /// <summary>Fewer of the second argument's rows than allowed are shared with the first.</summary>
    public const string NotEnoughOverlapSecond = "not_enough_overlap_s2";

    /// <summary>Fewer rows than allowed of one of several inputs are shared by all of them.</summary>
    public const string NotEnoughOverlapInputs = "not_enough_overlap_inputs";

    /// <summary>The rows are not in ordinal order of their ids.</summary>
    public const string UnsortedIndex = "unsorted_index";

    /// <summary>A value that must be a number is NaN.</summary>
    public const string ContainsNaNs = "contains_nans";

    /// <summary>Two inputs that must have the same rows in the same order do not.</summary>
    public const string IndicesMismatch = "indices_mismatch";

    /// <summary>The first submission does not vary, so there is no rank correlation.</summary>
    public const string ZeroDeviationFirst = "zero_std_s1";

    /// <summary>The second submission does not vary, so there is no rank correlation.</summary>
    public const string ZeroDeviationSecond = "zero_std_s2";

    /// <summary>Stakes, as shares of their total, do not sum to one: none is positive, or one is negative.</summary>
    public const string StakesSum = "stakes_sum";

    /// <summary>A precondition of the formula does not hold, e.g. a power that breaks the order of a column.</summary>
    public const string Assertion = "assertion";

    /// <summary>Inputs whose rows must match after alignment do not, e.g. a neutralizer lacks a row the prediction has.</summary>
    public const string NotAligned = "not_aligned";

    /// <summary>A named column or model does not exist, or no column can answer.</summary>
    public const string KeyError = "key_error";

    /// <summary>An input that must have at least one row is empty.</summary>
    public const string ZeroDivision = "zero_division";

    /// <summary>Two tables that are joined share a column name.</summary>
    public const string ColumnsOverlap = "columns_overlap";
}
