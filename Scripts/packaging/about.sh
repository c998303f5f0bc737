# What every package says of itself, in one place; to be sourced.
# shellcheck shell=bash
# shellcheck disable=SC2034 # for the script that sources this

package_name=condarc-toolkit
package_summary="Edit and explain conda's configuration files, keep and migrate its tokens"

# The owner has chosen no licence. Every package's field for it is made of these two lines, and of nothing else: to
# choose one, change them here.
package_license=LicenseRef-None-Chosen
package_license_text="No licence has been chosen by the owner yet, so no rights are granted."

# Packages name somebody. There is no address yet, so none is made up that could be somebody's.
package_maintainer="condarc-toolkit maintainers <condarc-toolkit@localhost>"
