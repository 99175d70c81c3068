namespace Numerai.Web.Hosting;

/// <summary>How a start found the operator's key file.</summary>
public enum OperatorKeyState
{
    /// <summary>The file is there and its key is the operator's.</summary>
    Kept,

    /// <summary>This start made the key and the file.</summary>
    Made,

    /// <summary>There is an operator, but no file with its key; a new key would not be the operator's, so none was made.</summary>
    Missing,

    /// <summary>The file holds a key that was revoked or replaced, or is another database's.</summary>
    Refused,
}
